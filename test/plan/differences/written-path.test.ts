import { namedPath } from '../../../lib/plan/differences/named-path';
import { writtenPath } from '../../../lib/plan/differences/written-path';
import { type FieldPath } from '../../../lib/manifests/field-path';
import { claimTemplate, set } from '../manifests';

const SET = set(
  { volumeClaimTemplates: [claimTemplate('logs'), claimTemplate('data')] },
  {
    containers: [
      { name: 'sidecar' },
      { name: 'web', ports: [{ containerPort: 80 }, { containerPort: 81 }], args: ['a', 'b'] },
    ],
  },
);

test.each<[FieldPath]>([
  [['spec', 'template', 'spec', 'containers', 1, 'ports', 1, 'name']],
  [['spec', 'template', 'spec', 'containers', 1, 'args', 1]],
  [['spec', 'volumeClaimTemplates', 1, 'spec', 'resources']],
  [['metadata', 'name']],
  [[]],
])('is the way back from names to %j', (path) => {
  expect(writtenPath(namedPath(path, SET), SET)).toEqual(path);
});

test('ends at the list where no element has the name', () => {
  expect(writtenPath(['spec', 'template', 'spec', 'containers', 'gone', 'image'], SET)).toEqual([
    'spec',
    'template',
    'spec',
    'containers',
  ]);
});
