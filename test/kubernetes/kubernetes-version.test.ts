import {
  DEFAULT_KUBERNETES_VERSION,
  isAtLeast,
  KUBERNETES_VERSIONS,
  KubernetesVersion,
  parseKubernetesVersion,
} from '../../lib/kubernetes/kubernetes-version';

it('orders the versions from the oldest', () => {
  expect(KUBERNETES_VERSIONS).toHaveLength(10);
  expect(KUBERNETES_VERSIONS.at(-1)).toBe(DEFAULT_KUBERNETES_VERSION);
  expect(isAtLeast(KubernetesVersion.V1_34, KubernetesVersion.V1_34)).toBe(true);
  expect(isAtLeast(KubernetesVersion.V1_33, KubernetesVersion.V1_34)).toBe(false);
  expect(isAtLeast(KubernetesVersion.V1_37, KubernetesVersion.V1_28)).toBe(true);
});

it.each([
  ['1.30', KubernetesVersion.V1_30],
  ['v1.30', KubernetesVersion.V1_30],
  ['1.30.4', KubernetesVersion.V1_30],
  ['1.27', undefined],
  ['1.3', undefined],
  ['latest', undefined],
  ['', undefined],
])('reads %j', (text, version) => {
  expect(parseKubernetesVersion(text)).toBe(version);
});
