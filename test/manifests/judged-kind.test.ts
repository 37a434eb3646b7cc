import { judgedKindOf, JudgedKind, meantKindOf } from '../../lib/manifests/judged-kind';

test.each([
  ['apps/v1', 'StatefulSet', JudgedKind.STATEFUL_SET],
  ['v1', 'Service', JudgedKind.SERVICE],
  ['autoscaling/v1', 'HorizontalPodAutoscaler', JudgedKind.AUTOSCALER],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', JudgedKind.AUTOSCALER],
  ['autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', JudgedKind.VERTICAL_AUTOSCALER],
  ['keda.sh/v1alpha1', 'ScaledObject', JudgedKind.SCALED_OBJECT],
  ['networking.k8s.io/v1', 'NetworkPolicy', JudgedKind.NETWORK_POLICY],
  ['crd.projectcalico.org/v1', 'NetworkPolicy', undefined],
  ['apps/v1beta1', 'StatefulSet', undefined],
  ['serving.knative.dev/v1', 'Service', undefined],
])('an object of %s %s is judged as %s', (apiVersion, kind, judged) => {
  expect(judgedKindOf({ apiVersion, kind })).toBe(judged);
});

test.each([
  ['apps/v1beta1', 'StatefulSet', JudgedKind.STATEFUL_SET],
  ['apps/v2', 'StatefulSet', JudgedKind.STATEFUL_SET],
  ['v1', 'StatefulSet', JudgedKind.STATEFUL_SET],
  ['v2', 'Service', JudgedKind.SERVICE],
  ['apps.kruise.io/v1beta1', 'StatefulSet', undefined],
  ['serving.knative.dev/v1', 'Service', undefined],
  ['crd.projectcalico.org/v1', 'NetworkPolicy', undefined],
  ['extensions/v1beta1', 'NetworkPolicy', undefined],
  ['v1', 'Secret', undefined],
])('an object of %s %s means the kind %s', (apiVersion, kind, meant) => {
  expect(meantKindOf({ apiVersion, kind })).toBe(meant);
});
