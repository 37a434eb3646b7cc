import { type FieldPath } from '../../../lib/manifests/field-path';
import { type JsonObject } from '../../../lib/manifests/json';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { namedPath, namedPathText } from '../../../lib/plan/differences/named-path';
import { claimTemplate, essence, NEW_IMAGE, planOf, set } from '../manifests';

const CONTAINERS: FieldPath = ['spec', 'template', 'spec', 'containers'];
const SET = set(
  { volumeClaimTemplates: [claimTemplate('data')] },
  {
    containers: [
      { name: 'web', ports: [{ containerPort: 80 }, { containerPort: 53 }, { containerPort: 53 }, {}] },
      { image: 'nginx' },
    ],
  },
);

test.each<[string, FieldPath, string]>([
  ['an element by its name', [...CONTAINERS, 0, 'image'], 'spec.template.spec.containers[web].image'],
  [
    'an element by a number that is its name',
    [...CONTAINERS, 0, 'ports', 0, 'name'],
    'spec.template.spec.containers[web].ports[80].name',
  ],
  [
    'a claim template by the name in its metadata',
    ['spec', 'volumeClaimTemplates', 0, 'spec'],
    'spec.volumeClaimTemplates[data].spec',
  ],
  [
    'an element that shares its name by its index',
    [...CONTAINERS, 0, 'ports', 2],
    'spec.template.spec.containers[web].ports[2]',
  ],
  [
    'an element without a name by its index',
    [...CONTAINERS, 1, 'image'],
    'spec.template.spec.containers[1].image',
  ],
  [
    'an element that is not there by its index',
    [...CONTAINERS, 7, 'image'],
    'spec.template.spec.containers[7].image',
  ],
  ['an element of a list that is not read by names', ['metadata', 'x', 0, 'y'], 'metadata.x[0].y'],
  ['a key that is no word', ['metadata', 'labels', 'a.b/c'], 'metadata.labels[a.b/c]'],
  ['a key that is a word', ['metadata', 'labels', 'app'], 'metadata.labels.app'],
  ['the whole object', [], ''],
])('a path shows %s', (_, path, text) => {
  expect(namedPathText(namedPath(path, SET))).toBe(text);
});

test('a fault stands in the place of the change of its field, under the same name', () => {
  const pod: JsonObject = {
    containers: [{ name: 'web', image: 'nginx:1.27', imagePullPolicy: 'Sometimes' }],
  };
  const { changes } = planOf([set({}, NEW_IMAGE)], [set({}, pod)], { version: KubernetesVersion.V1_34 });
  expect(essence(changes)).toEqual([
    'spec.template.spec.containers[web].image rolling-restart TEMPLATE_RESTARTS',
    'spec.template.spec.containers[web].imagePullPolicy rejected VALUE_NOT_ALLOWED',
  ]);
  expect(changes[1]).toMatchObject({ before: 'IfNotPresent', after: 'Sometimes' });
});
