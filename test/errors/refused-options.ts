import { Size, type Chart } from 'cdk8s';
import {
  Container,
  PercentOrAbsolute,
  PersistentVolumeMode,
  RestartPolicy,
  StatefulSetUpdateStrategy,
  Topology,
} from 'cdk8s-plus-28';
import { AllowedDisruptions } from '../../lib/constructs/disruption-budget';
import type { StatefulSet } from '../../lib/constructs/stateful-set';
import type { StatefulSetProps } from '../../lib/constructs/stateful-set-props';
import { UpdateStrategy, type RollingUpdateOptions } from '../../lib/constructs/update-strategy';
import type { VolumeClaimTemplateProps } from '../../lib/constructs/volume-claim-template-props';
import { NGINX } from '../synthesis';
import { set, withProps, type RefusedInput } from './refused-input';

const BLOCK = { size: Size.gibibytes(1), volumeMode: PersistentVolumeMode.BLOCK };

const calling =
  (call: (web: StatefulSet) => void, replicas = 3) =>
  (chart: Chart): void => {
    call(set(chart, { replicas }));
  };

const rolling = (options: RollingUpdateOptions): ((chart: Chart) => void) =>
  withProps({ updateStrategy: UpdateStrategy.rollingUpdate(options) });

const absolute = (pods: number): PercentOrAbsolute => PercentOrAbsolute.absolute(pods);
const percent = (share: number): PercentOrAbsolute => PercentOrAbsolute.percent(share);
const canary = (pods: PercentOrAbsolute): ((chart: Chart) => void) =>
  withProps({ replicas: 3, updateStrategy: UpdateStrategy.canary(pods) });

const allowing = (allowed: AllowedDisruptions, replicas?: number): ((chart: Chart) => void) =>
  calling((web) => web.addDisruptionBudget({ allowed }), replicas);

const withDevice =
  (props: VolumeClaimTemplateProps) =>
  (chart: Chart): void => {
    const web = set(chart);
    const claim = web.addClaim('raw', props);
    web.extendContainer(web.containers[0], { devices: [{ path: '/dev/xvda', claim }] });
  };

/** What is wrong with rollouts, budgets, spreads, configurations, devices and Services. */
export const REFUSED_OPTIONS: RefusedInput[] = [
  {
    input: 'two update strategies',
    code: 'UPDATE_STRATEGY_AMBIGUOUS',
    build: withProps({
      strategy: StatefulSetUpdateStrategy.onDelete(),
      updateStrategy: UpdateStrategy.onDelete(),
    }),
  },
  { input: 'a negative partition', code: 'PARTITION_INVALID', build: rolling({ partition: -1 }) },
  {
    input: 'a negative partition in a strategy of cdk8s-plus',
    code: 'PARTITION_INVALID',
    build: withProps({ strategy: StatefulSetUpdateStrategy.rollingUpdate({ partition: -4 }) }),
  },
  { input: 'half a partition', code: 'PARTITION_INVALID', build: rolling({ partition: 0.5 }) },
  { input: 'a canary of more pods than there are', code: 'CANARY_INVALID', build: canary(absolute(4)) },
  { input: 'a canary of no pod', code: 'CANARY_INVALID', build: canary(absolute(0)) },
  { input: 'a canary of half a pod', code: 'CANARY_INVALID', build: canary(absolute(0.5)) },
  { input: 'a canary of NaN pods', code: 'CANARY_INVALID', build: canary(absolute(NaN)) },
  { input: 'a canary of 0%', code: 'CANARY_INVALID', build: canary(percent(0)) },
  { input: 'a canary of 101%', code: 'CANARY_INVALID', build: canary(percent(101)) },
  { input: 'a canary of -1%', code: 'CANARY_INVALID', build: canary(percent(-1)) },
  { input: 'a canary of NaN%', code: 'CANARY_INVALID', build: canary(percent(NaN)) },
  {
    input: 'a canary of a text without a percent sign',
    code: 'CANARY_INVALID',
    build: canary({ value: '50' } as unknown as PercentOrAbsolute),
  },
  {
    input: 'a canary that is a plain number',
    path: 'UpdateStrategy.canary',
    code: 'WRONG_TYPE',
    build: () => UpdateStrategy.canary(1 as unknown as PercentOrAbsolute),
  },
  {
    input: 'a canary of a percentage of pods that an autoscaler counts',
    code: 'CANARY_SIZE_UNKNOWN',
    build: withProps({ omitReplicas: true, replicas: 3, updateStrategy: UpdateStrategy.canary(percent(50)) }),
  },
  {
    input: 'a canary of one pod of those that an autoscaler counts',
    code: 'CANARY_SIZE_UNKNOWN',
    build: withProps({ omitReplicas: true, replicas: 3, updateStrategy: UpdateStrategy.canary(absolute(1)) }),
  },
  {
    input: 'no unavailable pod',
    code: 'MAX_UNAVAILABLE_INVALID',
    build: rolling({ maxUnavailable: PercentOrAbsolute.absolute(0) }),
  },
  {
    input: '0% unavailable pods',
    code: 'MAX_UNAVAILABLE_INVALID',
    build: rolling({ maxUnavailable: PercentOrAbsolute.percent(0) }),
  },
  {
    input: '101% unavailable pods',
    code: 'MAX_UNAVAILABLE_INVALID',
    build: rolling({ maxUnavailable: PercentOrAbsolute.percent(101) }),
  },
  {
    input: 'a negative history',
    code: 'REVISION_HISTORY_LIMIT_INVALID',
    build: withProps({ revisionHistoryLimit: -1 }),
  },
  {
    input: 'pods that never restart',
    code: 'RESTART_POLICY_INVALID',
    build: withProps({ restartPolicy: RestartPolicy.NEVER }),
  },
  {
    input: 'claim templates as cdk8s-plus-34 takes them',
    code: 'CLAIM_TEMPLATES_BY_NAME',
    build: withProps({ volumeClaimTemplates: [{ name: 'data' }] } as StatefulSetProps),
  },
  {
    input: 'the construct of a Service that exists outside the app',
    code: 'SERVICE_NOT_IN_APP',
    build: (chart) => set(chart, { existingServiceName: 'peers' }).service,
  },
  {
    input: 'the name of an existing Service beside the name of a new one',
    code: 'SERVICE_AMBIGUOUS',
    build: withProps({ existingServiceName: 'peers', serviceName: 'web' }),
  },
  {
    input: 'an existing Service with a bad name',
    code: 'SERVICE_NAME_INVALID',
    build: withProps({ existingServiceName: 'my_peers' }),
  },
  {
    input: 'SRV records of a port that no container has',
    code: 'PORT_UNKNOWN',
    build: calling((web) => web.srvName('http')),
  },
  {
    input: 'a client Service of a set without ports',
    code: 'PORTS_MISSING',
    atSynth: true,
    build: calling((web) => web.addClientService()),
  },
  {
    input: 'a client Service with a bad name',
    code: 'SERVICE_NAME_INVALID',
    build: calling((web) => web.addClientService({ name: 'my_web' })),
  },
  {
    input: 'Services of pods with a bad prefix',
    code: 'SERVICE_NAME_INVALID',
    build: calling((web) => web.addPodServices({ namePrefix: '1' })),
  },
  {
    input: 'one port of the nodes for the Services of several pods',
    code: 'NODE_PORT_SHARED',
    build: (chart) =>
      set(chart, { replicas: 2 }).addPodServices({ ports: [{ name: 'http', port: 80, nodePort: 30001 }] }),
  },
  {
    input: 'the same port of the nodes for two pods',
    code: 'NODE_PORT_SHARED',
    build: (chart) =>
      set(chart, { replicas: 2 }).addPodServices({ nodePortsPerPod: [{ http: 30001 }, { http: 30001 }] }),
  },
  {
    input: 'a port of the nodes that is no port',
    code: 'PORT_NUMBER_INVALID',
    build: calling((web) => web.addPodServices({ nodePortsPerPod: [{ http: 70000 }] })),
  },
  {
    input: 'a port of the nodes for a port that the Service has not',
    code: 'NODE_PORT_UNKNOWN',
    atSynth: true,
    build: calling((web) =>
      web.addPodServices({ ports: [{ name: 'http', port: 80 }], nodePortsPerPod: [{ htpp: 30001 }] }),
    ),
  },
  {
    input: 'a placeholder of a peer that there is not',
    code: 'PEER_TEMPLATE_INVALID',
    build: calling((web) => web.peers({ template: '{pod}.{hsot}' })),
  },
  {
    input: 'a client Service that takes the name of a pod Service',
    code: 'NAME_TAKEN',
    path: 'chart/web/PodService-web-0',
    atSynth: true,
    build: (chart) => {
      const web = set(chart, { containers: [{ ...NGINX, portNumber: 80 }] });
      web.addClientService({ name: 'web-0' });
      web.addPodServices();
    },
  },
  {
    input: 'a quorum of two',
    code: 'BUDGET_BLOCKS_DRAINS',
    build: allowing(AllowedDisruptions.keepingQuorum(), 2),
  },
  {
    input: 'a budget that keeps all pods',
    code: 'BUDGET_BLOCKS_DRAINS',
    build: allowing(AllowedDisruptions.keeping(PercentOrAbsolute.absolute(3))),
  },
  {
    input: 'a budget whose percentage is rounded up to all pods',
    code: 'BUDGET_BLOCKS_DRAINS',
    build: allowing(AllowedDisruptions.keeping(PercentOrAbsolute.percent(70))),
  },
  {
    input: 'a budget of no missing pod',
    code: 'BUDGET_BLOCKS_DRAINS',
    build: allowing(AllowedDisruptions.atMost(PercentOrAbsolute.percent(0))),
  },
  {
    input: 'a budget for a single pod',
    code: 'BUDGET_BLOCKS_DRAINS',
    build: allowing(AllowedDisruptions.keeping(PercentOrAbsolute.absolute(1)), 1),
  },
  {
    input: 'a budget of a negative number',
    code: 'BUDGET_INVALID',
    build: allowing(AllowedDisruptions.atMost(PercentOrAbsolute.absolute(-1))),
  },
  {
    input: 'a budget of more than 100%',
    code: 'BUDGET_INVALID',
    build: allowing(AllowedDisruptions.keeping(PercentOrAbsolute.percent(101))),
  },
  {
    input: 'a spread with a skew of 0',
    code: 'TOPOLOGY_SPREAD_INVALID',
    build: calling((web) => {
      web.spreadAcross(Topology.ZONE, { maxSkew: 0 });
    }),
  },
  {
    input: 'a soft spread with minDomains',
    code: 'TOPOLOGY_SPREAD_INVALID',
    build: calling((web) => {
      web.spreadAcross(Topology.ZONE, { minDomains: 3 });
    }),
  },
  {
    input: 'a configuration for two of three pods',
    code: 'POD_CONFIG_INCOMPLETE',
    build: calling((web) => web.addPodConfig('config', { perPod: [{}, {}] })),
  },
  {
    input: 'a configuration with a file in a folder',
    code: 'POD_CONFIG_FILE_INVALID',
    build: calling((web) => web.addPodConfig('config', { perPod: [{ 'conf.d/a': '' }] }), 1),
  },
  {
    input: 'a device of a claim with a file system',
    code: 'VOLUME_MODE_MISMATCH',
    build: withDevice({ size: Size.gibibytes(1) }),
  },
  {
    input: 'a mounted block device',
    code: 'VOLUME_MODE_MISMATCH',
    atSynth: true,
    build: (chart) => {
      const web = set(chart);
      web.containers[0].mount('/data', web.addClaim('raw', BLOCK));
    },
  },
  {
    input: 'a container that the set has not made',
    code: 'CONTAINER_OF_OTHER_SET',
    build: calling((web) => {
      web.extendContainer(new Container(NGINX), {});
    }),
  },
  {
    input: 'a claim to restore for half a pod',
    code: 'ORDINAL_INVALID',
    build: calling((web) => web.claimName(web.addClaim('data', { size: Size.gibibytes(1) }), 0.5)),
  },
];
