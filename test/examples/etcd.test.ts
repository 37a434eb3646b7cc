import { App } from 'cdk8s';
import { EtcdChart } from '../../examples/etcd/chart';
import { manifestOf, manifestsOf, podOf } from '../synthesis';

const chart = (): EtcdChart => new EtcdChart(new App(), 'etcd');

it('tells each member its own name and the names of all', () => {
  expect(podOf(chart())).toMatchObject({
    containers: [
      {
        env: [{ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
        args: expect.arrayContaining([
          '--name=$(POD_NAME)',
          '--initial-advertise-peer-urls=http://$(POD_NAME).etcd-headless:2380',
          '--initial-cluster=etcd-0=http://etcd-0.etcd-headless:2380,etcd-1=http://etcd-1.etcd-headless:2380,etcd-2=http://etcd-2.etcd-headless:2380',
        ]) as unknown,
      },
    ],
  });
});

it('starts all members at once, with names that resolve before a leader is elected', () => {
  expect(manifestOf(chart(), 'StatefulSet')).toMatchObject({
    spec: { podManagementPolicy: 'Parallel', serviceName: 'etcd-headless' },
  });
  expect(manifestOf(chart(), 'Service', 'etcd-headless')).toMatchObject({
    spec: { clusterIP: 'None', publishNotReadyAddresses: true },
  });
});

it('keeps the data directory on the claim of the member', () => {
  expect(podOf(chart())).toMatchObject({
    containers: [
      {
        args: expect.arrayContaining(['--data-dir=/var/lib/etcd/member']) as unknown,
        volumeMounts: [{ name: 'data', mountPath: '/var/lib/etcd' }],
      },
    ],
  });
});

it('lets evictions take one member of three, and puts no two on one node', () => {
  expect(manifestOf(chart(), 'PodDisruptionBudget')).toMatchObject({ spec: { minAvailable: 2 } });
  expect(podOf(chart())).toMatchObject({
    topologySpreadConstraints: [
      { topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' },
      { topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
    ],
  });
});

it('gives a recovering member half an hour', () => {
  expect(podOf(chart())).toMatchObject({
    containers: [{ startupProbe: { httpGet: { path: '/livez', port: 2381 }, failureThreshold: 180 } }],
  });
});

it('is as it was', () => {
  expect(manifestsOf(chart())).toMatchSnapshot();
});
