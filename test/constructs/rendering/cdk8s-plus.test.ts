import { StatefulSet as PlusStatefulSet, StatefulSetUpdateStrategy } from 'cdk8s-plus-28';
import { renderPodSpec, renderUpdateStrategy } from '../../../lib/constructs/rendering/cdk8s-plus';
import { newChart, NGINX } from '../../synthesis';

it('finds the method that renders a pod, and nothing behind it', () => {
  const chart = newChart();
  const plus = new PlusStatefulSet(chart, 'web', { containers: [{ ...NGINX, portNumber: 80 }] });
  const spec = renderPodSpec(plus);
  // If this fails, cdk8s-plus-28 renders other fields than those that lib/pod-spec.ts knows. That of later releases is one.
  expect(
    Object.entries(spec)
      .filter(([, value]) => value !== undefined)
      .map(([key]) => key)
      .filter((key) => key !== 'shareProcessNamespace')
      .sort(),
  ).toEqual([
    'automountServiceAccountToken',
    'containers',
    'dnsPolicy',
    'hostNetwork',
    'restartPolicy',
    'securityContext',
    'setHostnameAsFqdn',
    'terminationGracePeriodSeconds',
  ]);
  expect(
    Object.entries(spec.containers[0])
      .filter(([, value]) => value !== undefined)
      .map(([key]) => key)
      .sort(),
  ).toEqual(['image', 'imagePullPolicy', 'name', 'ports', 'resources', 'securityContext', 'startupProbe']);
});

it('keeps containers and init containers in the order in which they were added', () => {
  const plus = new PlusStatefulSet(newChart(), 'web', {
    initContainers: [
      { name: 'a', image: 'a' },
      { name: 'b', image: 'b' },
    ],
    containers: [
      { name: 'c', image: 'c', portNumber: 80 },
      { name: 'd', image: 'd' },
    ],
  });
  const { initContainers, containers } = renderPodSpec(plus);
  expect(initContainers?.map(({ name }) => name)).toEqual(plus.initContainers.map(({ name }) => name));
  expect(containers.map(({ name }) => name)).toEqual(plus.containers.map(({ name }) => name));
});

it.each([
  { strategy: StatefulSetUpdateStrategy.onDelete(), spec: { type: 'OnDelete' } },
  {
    strategy: StatefulSetUpdateStrategy.rollingUpdate({ partition: 2 }),
    spec: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } },
  },
])('renders the update strategy $spec.type', ({ strategy, spec }) => {
  expect(renderUpdateStrategy(strategy)).toEqual(spec);
});
