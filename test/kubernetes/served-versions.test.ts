import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { isServed } from '../../lib/kubernetes/served-versions';

describe('an API version', () => {
  test.each([
    ['apps/v1', 'StatefulSet'],
    ['autoscaling/v1', 'HorizontalPodAutoscaler'],
    ['networking.k8s.io/v1', 'Ingress'],
    ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema'],
    ['serving.knative.dev/v1', 'Service'],
    ['example.com/v1', 'StatefulSet'],
  ])('is taken to be served where nothing is known against it: %s %s', (apiVersion, kind) => {
    expect(isServed(apiVersion, kind, KubernetesVersion.V1_28)).toBe(true);
  });

  test.each([
    ['apps/v1beta1', 'StatefulSet'],
    ['apps/v1beta2', 'StatefulSet'],
    ['policy/v1beta1', 'PodDisruptionBudget'],
    ['autoscaling/v2beta2', 'HorizontalPodAutoscaler'],
    ['batch/v1beta1', 'CronJob'],
  ])('is not served where it was removed: %s %s', (apiVersion, kind) => {
    expect(isServed(apiVersion, kind, KubernetesVersion.V1_28)).toBe(false);
  });

  test.each([
    ['apps/v2', 'StatefulSet'],
    ['v2', 'Service'],
    ['policy/v1alpha1', 'PodDisruptionBudget'],
  ])('is not served where its group never had it: %s %s', (apiVersion, kind) => {
    expect(isServed(apiVersion, kind, KubernetesVersion.V1_37)).toBe(false);
  });

  test('is served up to the version that was the last to have it', () => {
    const served = [KubernetesVersion.V1_31, KubernetesVersion.V1_32].map((version) =>
      isServed('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', version),
    );
    expect(served).toEqual([true, false]);
  });
});
