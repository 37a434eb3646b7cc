import { Size } from 'cdk8s';
import { PersistentVolumeMode } from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { newChart, NGINX, podOf } from '../synthesis';

it('gives a container block devices and extended resources beside its own requests and limits', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', {});
  const raw = set.addClaim('raw', { size: Size.gibibytes(1), volumeMode: PersistentVolumeMode.BLOCK });
  const container = set.addContainer({
    ...NGINX,
    resources: { memory: { request: Size.mebibytes(64), limit: Size.mebibytes(128) } },
  });
  set.extendContainer(container, { devices: [{ path: '/dev/xvda', claim: raw }] });
  set.extendContainer(container, { extendedResources: { 'hugepages-2Mi': '4Mi' } });
  expect(podOf(chart)).toMatchObject({
    containers: [
      {
        volumeDevices: [{ name: 'raw', devicePath: '/dev/xvda' }],
        resources: {
          requests: { memory: '64Mi', 'hugepages-2Mi': '4Mi' },
          limits: { memory: '128Mi', 'hugepages-2Mi': '4Mi' },
        },
      },
    ],
  });
  expect(podOf(chart)).not.toHaveProperty('volumes');
});

it('extends init containers too', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { containers: [NGINX] });
  set.extendContainer(set.addInitContainer({ ...NGINX, name: 'init' }), { tty: true, stdin: true });
  expect(podOf(chart)).toMatchObject({ initContainers: [{ name: 'init', tty: true, stdin: true }] });
});
