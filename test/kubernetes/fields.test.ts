import { fieldNamesOf, fieldTypeOf, typeOfKind, versionsOf } from '../../lib/kubernetes/fields';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';

const { V1_28, V1_29, V1_33, V1_34, V1_37 } = KubernetesVersion;

test.each([
  ['apps/v1', 'StatefulSet', 'StatefulSet'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', 'HorizontalPodAutoscaler:v2'],
  ['apps/v1', 'Deployment', undefined],
  ['constructor', '', undefined],
])('the type of %s %s is %s', (apiVersion, kind, type) => {
  expect(typeOfKind(apiVersion, kind)).toBe(type);
});

test.each([
  ['StatefulSetSpec', 'replicas', { form: 'int32' }],
  ['StatefulSetSpec', 'template', { form: 'object', type: 'PodTemplateSpec' }],
  [
    'StatefulSetSpec',
    'volumeClaimTemplates',
    { form: 'list', of: { form: 'object', type: 'PersistentVolumeClaim' } },
  ],
  ['ObjectMeta', 'labels', { form: 'map', of: { form: 'text' } }],
  ['ResourceRequirements', 'limits', { form: 'map', of: { form: 'quantity' } }],
  ['ServicePort', 'targetPort', { form: 'int-or-string' }],
  ['ObjectMeta', 'creationTimestamp', { form: 'time' }],
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
