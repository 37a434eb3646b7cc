import { fieldNamesOf } from '../../lib/kubernetes/fields';
import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';
import { fieldsAskedFor } from '../../lib/kubernetes/required-fields';

test.each([
  ['what OpenAPI calls required', 'KeyToPath', ['key', 'path']],
  ['what API servers ask for beyond it', 'ConfigMapKeySelector', ['name', 'key']],
  ['nothing that has a rule of its own, and an image', 'Container', ['image']],
  ['nothing of which a zero is taken', 'Sysctl', ['name']],
  ['nothing of types that are not known', 'constructor', []],
])('asks for %s: %s', (_, type, fields) => {
  expect(fieldsAskedFor(type)).toEqual(fields);
});

test('asks for fields that are there', () => {
  const types = ['Container', 'EphemeralVolumeSource', 'ScaleIOVolumeSource', 'PersistentVolumeClaim'];
  for (const type of types) {
    expect(fieldNamesOf(type, KUBERNETES_VERSIONS[0])).toEqual(
      expect.arrayContaining([...fieldsAskedFor(type)]),
    );
  }
});
