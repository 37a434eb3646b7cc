import { App } from 'cdk8s';
import { CassandraChart } from '../../examples/cassandra/chart';
import { manifestOf, manifestsOf, podOf } from '../synthesis';

const chart = (): CassandraChart => new CassandraChart(new App(), 'cassandra');

it('names the first two pods as seeds', () => {
  expect(podOf(chart())).toMatchObject({
    containers: [
      {
        env: expect.arrayContaining([
          {
            name: 'CASSANDRA_SEEDS',
            value: 'cassandra-0.cassandra-headless,cassandra-1.cassandra-headless',
          },
        ]) as unknown,
      },
    ],
  });
});

it('lets nodes join one after the other, each when the one before has been ready for two minutes', () => {
  const set = manifestOf(chart(), 'StatefulSet');
  expect(set).toMatchObject({ spec: { minReadySeconds: 120 } });
  expect(set).not.toHaveProperty('spec.podManagementPolicy');
});

it('publishes the names of seeds that are not ready', () => {
  expect(manifestOf(chart(), 'Service', 'cassandra-headless')).toMatchObject({
    spec: { publishNotReadyAddresses: true },
  });
});

it('drains a node before it ends, with time enough', () => {
  expect(podOf(chart())).toMatchObject({
    terminationGracePeriodSeconds: 300,
    containers: [{ lifecycle: { preStop: { exec: { command: ['nodetool', 'drain'] } } } }],
  });
});

it('is alive while it joins, and ready when it has joined', () => {
  expect(podOf(chart())).toMatchObject({
    containers: [
      {
        startupProbe: { tcpSocket: { port: 7000 }, failureThreshold: 180 },
        livenessProbe: { tcpSocket: { port: 7000 } },
        readinessProbe: { tcpSocket: { port: 9042 } },
      },
    ],
  });
});

it('is as it was', () => {
  expect(manifestsOf(chart())).toMatchSnapshot();
});
