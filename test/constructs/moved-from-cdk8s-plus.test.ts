import { Duration, Size } from 'cdk8s';
import {
  ConfigMap,
  ContainerRestartPolicy,
  Cpu,
  Deployment,
  EnvValue,
  EnvFieldPaths,
  Handler,
  HorizontalPodAutoscaler,
  PersistentVolumeClaim,
  PodManagementPolicy,
  Probe,
  Secret,
  Service,
  StatefulSet as PlusStatefulSet,
  StatefulSetUpdateStrategy,
  Topology,
  Volume,
  type StatefulSetProps as PlusStatefulSetProps,
} from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { manifestOf, manifestsOf, newChart } from '../synthesis';

/** What code needs of a set of cdk8s-plus-28; the compiler holds both classes to it. */
type Constructor = new (
  scope: Construct,
  id: string,
  props: PlusStatefulSetProps,
) => Pick<
  PlusStatefulSet,
  | 'addContainer'
  | 'addInitContainer'
  | 'addVolume'
  | 'attachContainer'
  | 'connections'
  | 'containers'
  | 'hasAutoscaler'
  | 'kind'
  | 'markHasAutoscaler'
  | 'matchLabels'
  | 'metadata'
  | 'minReady'
  | 'name'
  | 'permissions'
  | 'podManagementPolicy'
  | 'podMetadata'
  | 'replicas'
  | 'resourceType'
  | 'scheduling'
  | 'securityContext'
  | 'select'
  | 'service'
  | 'toNetworkPolicyPeerConfig'
  | 'toPodSelector'
  | 'toPodSelectorConfig'
  | 'toScalingTarget'
  | 'volumes'
>;

/** Programs written for cdk8s-plus-28, as they are there but for the import. */
const PROGRAMS: Record<string, (scope: Construct, StatefulSet: Constructor) => void> = {
  'a database with a claim of its own': (chart, StatefulSet) => {
    const claim = new PersistentVolumeClaim(chart, 'claim', {
      metadata: { name: 'pg' },
      storage: Size.gibibytes(20),
    });
    const password = Secret.fromSecretName(chart, 'password', 'pg-password');
    const db = new StatefulSet(chart, 'postgres', {
      metadata: { name: 'postgres', namespace: 'data', labels: { team: 'storage' } },
      podMetadata: { annotations: { 'example.org/scrape': 'yes' } },
      replicas: 1,
      terminationGracePeriod: Duration.minutes(2),
      securityContext: { ensureNonRoot: true, user: 999, group: 999, fsGroup: 999 },
      containers: [
        {
          name: 'postgres',
          image: 'postgres:16',
          portNumber: 5432,
          envVariables: {
            POSTGRES_PASSWORD: EnvValue.fromSecretValue({ secret: password, key: 'password' }),
            POD_NAME: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
          },
          readiness: Probe.fromCommand(['pg_isready'], { periodSeconds: Duration.seconds(5) }),
          lifecycle: { preStop: Handler.fromCommand(['pg_ctl', 'stop']) },
          resources: { cpu: { request: Cpu.units(2) }, memory: { request: Size.gibibytes(4) } },
        },
      ],
    });
    db.containers[0].mount(
      '/var/lib/postgresql/data',
      Volume.fromPersistentVolumeClaim(chart, 'volume', claim),
    );
  },

  'a queue with a Service, a strategy and settings of its own': (chart, StatefulSet) => {
    const settings = new ConfigMap(chart, 'settings', { data: { 'nats.conf': 'port: 4222' } });
    const service = new Service(chart, 'peers', {
      metadata: { name: 'nats' },
      clusterIP: 'None',
      ports: [{ port: 4222, name: 'client' }],
    });
    const nats = new StatefulSet(chart, 'nats', {
      service,
      replicas: 3,
      minReady: Duration.seconds(10),
      podManagementPolicy: PodManagementPolicy.PARALLEL,
      strategy: StatefulSetUpdateStrategy.rollingUpdate({ partition: 1 }),
      spread: true,
      containers: [
        {
          image: 'nats:2.10',
          ports: [{ number: 4222, name: 'client' }],
          volumeMounts: [{ path: '/etc/nats', volume: Volume.fromConfigMap(chart, 'volume', settings) }],
          liveness: Probe.fromTcpSocket(),
        },
      ],
      initContainers: [
        { name: 'exporter', image: 'exporter:1', restartPolicy: ContainerRestartPolicy.ALWAYS },
      ],
    });
    nats.scheduling.spread({ topology: Topology.REGION });
  },

  'an autoscaled set that others may reach': (chart, StatefulSet) => {
    const worker = new StatefulSet(chart, 'worker', {
      isolate: true,
      containers: [
        {
          name: 'main',
          image: 'worker:3',
          portNumber: 8080,
          resources: { cpu: { request: Cpu.millis(500) } },
        },
      ],
    });
    new HorizontalPodAutoscaler(chart, 'scaler', {
      target: worker,
      maxReplicas: 10,
    });
    const client = new Deployment(chart, 'client', { containers: [{ image: 'client:1' }] });
    worker.connections.allowFrom(client);
    worker.podMetadata.addLabel('tier', 'work');
    worker.metadata.addAnnotation('owner', 'batch');
  },
};

describe.each(Object.entries(PROGRAMS))('%s', (_title, program) => {
  const kinds = (Set: Constructor): unknown[] => {
    const chart = newChart();
    program(chart, Set);
    return manifestsOf(chart)
      .map(({ kind }) => kind as string)
      .sort();
  };

  it('synthesises objects of the same kinds', () => {
    expect(kinds(StatefulSet)).toEqual(kinds(PlusStatefulSet));
  });
});

it('keeps what the code says of the set and of its pods', () => {
  const [before, after] = [PlusStatefulSet, StatefulSet].map((Set: Constructor) => {
    const chart = newChart();
    PROGRAMS['a database with a claim of its own'](chart, Set);
    return manifestOf(chart, 'StatefulSet') as {
      metadata: object;
      spec: { template: { metadata: object; spec: { containers: object[]; volumes: object[] } } };
    };
  });
  const [container] = after.spec.template.spec.containers;
  expect(after.metadata).toMatchObject(before.metadata);
  expect(after.spec.template.metadata).toMatchObject({ annotations: { 'example.org/scrape': 'yes' } });
  // Sets of cdk8s-plus-31 and later lose it.
  expect(after.spec.template.spec.volumes).toEqual([
    { name: 'pvc-pg', persistentVolumeClaim: { claimName: 'pg', readOnly: false } },
  ]);
  // Both render the container; what nobody asked for is missing in one of them.
  expect(before.spec.template.spec.containers[0]).toMatchObject(container);
});

it('differs where code relied on default requests: an autoscaler without metrics asks for them', () => {
  const build = (Set: Constructor) => (): unknown => {
    const chart = newChart();
    const target = new Set(chart, 'worker', { containers: [{ image: 'worker:3', portNumber: 80 }] });
    new HorizontalPodAutoscaler(chart, 'scaler', { target, maxReplicas: 10 });
    return manifestsOf(chart);
  };
  expect(build(PlusStatefulSet)).not.toThrow();
  expect(build(StatefulSet)).toThrow(/chart\/scaler/);
});
