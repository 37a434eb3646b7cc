import {
  fieldNamesOf,
  fieldTypeOf,
  isNamespaced,
  objectTypeOf,
  objectTypes,
  requiredFieldsOf,
  typeOfKind,
  typeWithin,
  versionsOf,
} from '../../lib/kubernetes/fields';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';

const { V1_28, V1_29, V1_33, V1_34, V1_37 } = KubernetesVersion;
const TEXT = { form: 'text', isPointer: false };
const LIST = { form: 'list', mergesTexts: false, retainsOnlyWanted: false, mapKeys: [], isSet: false };

test.each([
  ['apps/v1', 'StatefulSet', 'StatefulSet'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', 'HorizontalPodAutoscaler:v2'],
  ['apps/v1', 'Deployment', 'Deployment'],
  ['apps/v1', 'ControllerRevision', undefined],
  ['constructor', '', undefined],
])('the type of %s %s is %s', (apiVersion, kind, type) => {
  expect(typeOfKind(apiVersion, kind)).toBe(type);
});

test.each([
  ['StatefulSetSpec', 'replicas', { form: 'int32', isPointer: true }],
  ['StatefulSetSpec', 'template', { form: 'object', type: 'PodTemplateSpec' }],
  [
    'StatefulSetSpec',
    'volumeClaimTemplates',
    { ...LIST, of: { form: 'object', type: 'PersistentVolumeClaim' } },
  ],
  ['ObjectMeta', 'labels', { form: 'map', of: TEXT }],
  ['ResourceRequirements', 'limits', { form: 'map', of: { form: 'quantity', isPointer: false } }],
  ['ServicePort', 'targetPort', { form: 'int-or-string', isPointer: false }],
  ['ObjectMeta', 'creationTimestamp', { form: 'time', isPointer: false }],
  [
    'PodDisruptionBudgetSpec',
    'selector',
    { form: 'object', type: 'LabelSelector', isReplaced: true, isAtomic: true },
  ],
  ['PodSpec', 'nodeSelector', { form: 'map', of: TEXT, isAtomic: true }],
  [
    'PodSpec',
    'imagePullSecrets',
    {
      ...LIST,
      of: { form: 'object', type: 'LocalObjectReference', isAtomic: true },
      mergeKey: 'name',
      mapKeys: ['name'],
    },
  ],
  [
    'PodSpec',
    'volumes',
    {
      ...LIST,
      of: { form: 'object', type: 'Volume' },
      mergeKey: 'name',
      retainsOnlyWanted: true,
      mapKeys: ['name'],
    },
  ],
  [
    'Container',
    'ports',
    {
      ...LIST,
      of: { form: 'object', type: 'ContainerPort' },
      mergeKey: 'containerPort',
      mapKeys: ['containerPort', 'protocol'],
    },
  ],
  ['ObjectMeta', 'finalizers', { ...LIST, of: TEXT, mergesTexts: true, isSet: true }],
  ['PodSpec', 'tolerations', { ...LIST, of: { form: 'object', type: 'Toleration' } }],
  ['StatefulSetSpec', 'Replicas', undefined],
  ['StatefulSetSpec', 'toString', undefined],
  ['NoSuchType', 'replicas', undefined],
])('%s.%s is %j', (type, field, fieldType) => {
  expect(fieldTypeOf(type, field, V1_28)).toEqual(fieldType);
});

test('fields come, go and change their type with versions', () => {
  expect(versionsOf('PersistentVolumeClaimSpec', 'volumeAttributesClassName')).toEqual([V1_29, V1_37]);
  expect(versionsOf('PodSpec', 'replicas')).toBeUndefined();
  const resources = [V1_28, V1_29].map((version) =>
    fieldTypeOf('PersistentVolumeClaimSpec', 'resources', version),
  );
  expect(resources).toEqual([
    { form: 'object', type: 'ResourceRequirements' },
    { form: 'object', type: 'VolumeResourceRequirements' },
  ]);
  const hostnameOverride = [V1_33, V1_34].map((version) =>
    fieldNamesOf('PodSpec', version).includes('hostnameOverride'),
  );
  expect(hostnameOverride).toEqual([false, true]);
});

test('one name is a pointer in one type and none in another, as the Go types have it', () => {
  const isPointer = (type: string, field: string): unknown => {
    const found = fieldTypeOf(type, field, V1_37);
    return found !== undefined && 'isPointer' in found ? found.isPointer : undefined;
  };
  expect(isPointer('PodSpec', 'restartPolicy')).toBe(false);
  expect(isPointer('Container', 'restartPolicy')).toBe(true);
  expect(isPointer('HostPathVolumeSource', 'type')).toBe(true);
  expect(isPointer('ServiceSpec', 'type')).toBe(false);
  expect(isPointer('ISCSIVolumeSource', 'fsType')).toBe(false);
  expect(isPointer('CSIVolumeSource', 'fsType')).toBe(true);
  // Fields of structs that are embedded in others.
  expect(isPointer('ConfigMapProjection', 'name')).toBe(false);
  expect(isPointer('EphemeralContainer', 'restartPolicy')).toBe(true);
});

test('an object of a kind is known in whatever version of its API', () => {
  expect(objectTypeOf('policy/v1beta1', 'PodDisruptionBudget').type).toBe('PodDisruptionBudget');
  expect(objectTypeOf('autoscaling/v1', 'HorizontalPodAutoscaler').type).toBe('HorizontalPodAutoscaler:v2');
  expect(objectTypes().map(({ type }) => type)).toContain('HorizontalPodAutoscaler:v2');
});

test('of an object of another kind the metadata is known', () => {
  const service = objectTypeOf('serving.knative.dev/v1', 'Service');
  expect(typeWithin(typeWithin(service, 'metadata'), 'labels')).toEqual({ form: 'map', of: TEXT });
  expect(typeWithin(service, 'spec')).toBeUndefined();
  expect(typeWithin(undefined, 'spec')).toBeUndefined();
});

test('types are found along a path, the newest where versions differ', () => {
  const along = (path: readonly (string | number)[]): unknown =>
    path.reduce(typeWithin, objectTypeOf('v1', 'PersistentVolumeClaim'));
  expect(along(['spec', 'resources'])).toEqual({ form: 'object', type: 'VolumeResourceRequirements' });
  expect(along(['spec', 'resources', 'requests', 'storage'])).toEqual({ form: 'quantity', isPointer: false });
  expect(along(['spec', 'accessModes', 0])).toEqual(TEXT);
});

test('required fields are those of OpenAPI, which newer versions do not take back', () => {
  expect(requiredFieldsOf('KeyToPath')).toEqual(['key', 'path']);
  expect(requiredFieldsOf('StatefulSetSpec')).toEqual(['selector', 'template']);
  expect(requiredFieldsOf('NoSuchType')).toEqual([]);
});

test.each([
  ['v1', 'Service', true],
  ['apps/v1beta1', 'StatefulSet', true],
  ['rbac.authorization.k8s.io/v1', 'Role', true],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', false],
  ['v1', 'PersistentVolume', false],
  ['v1', 'Namespace', false],
  ['serving.knative.dev/v1', 'Service', false],
])('of %s %s it is known whether it is in a namespace', (apiVersion, kind, expected) => {
  expect(isNamespaced(apiVersion, kind)).toBe(expected);
});
