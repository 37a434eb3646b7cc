import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { droppedFieldsOf, hasField, without } from '../../../lib/manifests/defaults/dropped-fields';
import { type JsonObject } from '../../../lib/manifests/json';

const SIDECAR = 'spec.template.spec.initContainers.*.restartPolicy';

function withInitContainers(...initContainers: JsonObject[]): JsonObject {
  return { spec: { template: { spec: { initContainers } } } };
}

test('a version drops what its gates are off for', () => {
  const paths = droppedFieldsOf('StatefulSet', KubernetesVersion.V1_28).map(({ path }) => path);
  expect(paths).toContain(SIDECAR);
  const later = droppedFieldsOf('StatefulSet', KubernetesVersion.V1_29).map(({ path }) => path);
  expect(later).not.toContain(SIDECAR);
});

describe('a field below the elements of a list', () => {
  const object = withInitContainers({ name: 'wait' }, { name: 'log', restartPolicy: 'Always' });

  test('is there where one element has it', () => {
    expect(hasField(object, SIDECAR)).toBe(true);
    expect(hasField(withInitContainers({ name: 'wait' }), SIDECAR)).toBe(false);
    expect(hasField(withInitContainers(), SIDECAR)).toBe(false);
    expect(hasField({}, SIDECAR)).toBe(false);
    expect(hasField({ spec: null }, SIDECAR)).toBe(false);
  });

  test('is taken out of each element, and the object that was given keeps it', () => {
    expect(without(object, SIDECAR)).toEqual(withInitContainers({ name: 'wait' }, { name: 'log' }));
    expect(hasField(object, SIDECAR)).toBe(true);
    const plain = withInitContainers({ name: 'wait' });
    expect(without(plain, SIDECAR)).toBe(plain);
  });
});
