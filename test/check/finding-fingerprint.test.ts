import { findingOf } from '../../lib/check/finding';
import { fingerprintOf } from '../../lib/check/finding-fingerprint';
import { type RuleDescription, Severity } from '../../lib/check/rule';
import { type FieldPath } from '../../lib/manifests/field-path';
import { type JsonObject } from '../../lib/manifests/json';
import { manifestOf } from '../../lib/manifests/manifest';

const RULE: RuleDescription = { code: 'A_CODE', severity: Severity.ERROR, title: 'it holds', fix: 'mend it' };

function fingerprintIn(containers: readonly JsonObject[], path: FieldPath): string {
  const content: JsonObject = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web', namespace: 'prod', labels: { 'a.b/c': 'd' } },
    spec: { containers: [...containers], volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
  };
  return fingerprintOf(findingOf(RULE, manifestOf(content), { path, problem: 'is wrong' }));
}

const [WEB, SIDECAR] = [{ name: 'web' }, { name: 'sidecar' }];

test('elements of lists are told by their names, so that others may come before them', () => {
  const expected = 'A_CODE StatefulSet prod/web spec.containers[web].image';
  expect(fingerprintIn([WEB], ['spec', 'containers', 0, 'image'])).toBe(expected);
  expect(fingerprintIn([SIDECAR, WEB], ['spec', 'containers', 1, 'image'])).toBe(expected);
});

test.each<[string, readonly JsonObject[], FieldPath, string]>([
  [
    'of a claim template',
    [],
    ['spec', 'volumeClaimTemplates', 0, 'spec'],
    'spec.volumeClaimTemplates[data].spec',
  ],
  ['that another one has too is an index', [WEB, WEB], ['spec', 'containers', 1], 'spec.containers[1]'],
  ['that is missing is an index', [{}], ['spec', 'containers', 0, 'name'], 'spec.containers[0].name'],
])('a name %s', (_, containers, path, field) => {
  expect(fingerprintIn(containers, path)).toBe(`A_CODE StatefulSet prod/web ${field}`);
});

test('keys that are no words stand in brackets, and a whole object has no field', () => {
  expect(fingerprintIn([], ['metadata', 'labels', 'a.b/c'])).toBe(
    'A_CODE StatefulSet prod/web metadata.labels[a.b/c]',
  );
  expect(fingerprintIn([], [])).toBe('A_CODE StatefulSet prod/web');
});
