import { App } from 'cdk8s';
import { KafkaChart } from '../../examples/kafka/chart';
import { manifestOf, manifestsOf, podOf } from '../synthesis';

const chart = (): KafkaChart => new KafkaChart(new App(), 'kafka');
const containing = (...items: unknown[]): unknown => expect.arrayContaining(items);

it('numbers each node by its ordinal, as the list of voters does', () => {
  expect(podOf(chart())).toMatchObject({
    containers: [
      {
        env: containing(
          {
            name: 'KAFKA_NODE_ID',
            valueFrom: { fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" } },
          },
          {
            name: 'KAFKA_CONTROLLER_QUORUM_VOTERS',
            value:
              '0@kafka-0.kafka-headless:9093,1@kafka-1.kafka-headless:9093,2@kafka-2.kafka-headless:9093',
          },
        ),
      },
    ],
  });
});

it('tells clients the complete name of the node, made of variables that stand before it', () => {
  const { containers } = podOf(chart()) as unknown as {
    containers: { env: { name: string; value?: string }[] }[];
  };
  const names = containers[0].env.map(({ name }) => name);
  const advertised = containers[0].env.find(({ name }) => name === 'KAFKA_ADVERTISED_LISTENERS');
  expect(advertised?.value).toBe(
    'CLIENT://$(POD_NAME).kafka-headless.$(POD_NAMESPACE).svc.cluster.local:9092',
  );
  expect(names.indexOf('POD_NAMESPACE')).toBeLessThan(names.indexOf('KAFKA_ADVERTISED_LISTENERS'));
  expect(names.indexOf('POD_NAME')).toBeLessThan(names.indexOf('KAFKA_ADVERTISED_LISTENERS'));
});

it('keeps Service links from becoming settings', () => {
  expect(podOf(chart())).toMatchObject({ enableServiceLinks: false });
});

it('starts all nodes at once, keeps two of three in evictions, and gives five minutes to hand over', () => {
  expect(manifestOf(chart(), 'StatefulSet')).toMatchObject({ spec: { podManagementPolicy: 'Parallel' } });
  expect(manifestOf(chart(), 'PodDisruptionBudget')).toMatchObject({ spec: { minAvailable: 2 } });
  expect(podOf(chart())).toMatchObject({ terminationGracePeriodSeconds: 300 });
});

it('mounts the claim where the image has a volume, and keeps logs in a folder of it', () => {
  expect(podOf(chart())).toMatchObject({
    containers: [
      {
        env: containing({ name: 'KAFKA_LOG_DIRS', value: '/var/lib/kafka/data/logs' }),
        volumeMounts: [{ name: 'data', mountPath: '/var/lib/kafka/data' }],
      },
    ],
  });
});

it('is as it was', () => {
  expect(manifestsOf(chart())).toMatchSnapshot();
});
