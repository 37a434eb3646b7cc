import { type JsonObject } from '../../../lib/manifests/json';
import { manifestOf } from '../../../lib/manifests/manifest';
import { check } from '../../../lib/check/check';
import { wrongType } from '../../../lib/check/rules/wrong-type';

function fixOf(spec: JsonObject): string[] {
  const claim = manifestOf({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec,
  });
  return check([claim], [wrongType]).findings.map(({ fix }) => fix);
}

test.each(['10GB', '10 Gi', '10gi'])('an amount such as %s is told how amounts are written', (storage) => {
  expect(fixOf({ resources: { requests: { storage } } })).toEqual([expect.stringContaining('10Gi')]);
});

test('a value of another type is told to be of that type', () => {
  expect(fixOf({ storageClassName: 5 })).toEqual([wrongType.fix]);
  expect(fixOf({ resources: { requests: { storage: [] } } })).toEqual([wrongType.fix]);
});
