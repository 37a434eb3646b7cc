import { ApiObject, ApiObjectMetadataDefinition, Duration, Lazy } from 'cdk8s';
import {
  LabelSelector,
  PodManagementPolicy,
  Protocol,
  Topology,
  Workload,
  type Container,
  type ContainerProps,
  type IScalable,
  type PodSelectorConfig,
  type ScalingTarget,
  type Service,
  type Volume,
} from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeStatefulSet, type TopologySpreadConstraint } from '../imports/k8s';
import { AskedContainers, detached } from './asked-containers';
import type { ClaimDataSource } from './claim-data-source';
import type { ContainerOptions } from './container-options';
import { DisruptionBudget, type DisruptionBudgetProps } from './disruption-budget';
import { DnsTest, type DnsTestProps } from './dns-test';
import { invalid, refuse, RefusedError, refusalText, type Refusal } from './errors/refusal';
import { ExposedService, type ClientServiceProps } from './exposed-service';
import { govern } from './governing-service';
import { HeadlessService } from './headless-service';
import { CHANGE_CAUSE_ANNOTATION } from './kubernetes/annotations';
import { countProblem } from './kubernetes/counts';
import { APP_INSTANCE_LABEL, APP_NAME_LABEL, POD_NAME_LABEL } from './kubernetes/labels';
import {
  claimName,
  DEFAULT_CLUSTER_DOMAIN,
  ordinalsOf,
  podDnsName,
  podName,
  podShortDnsName,
  serviceDnsName,
  srvName,
} from './kubernetes/names';
import { PeerNetworkPolicy, type PeerNetworkPolicyProps } from './peer-network-policy';
import { listPeers, type PeersOptions } from './peers';
import { PodConfig, type PodConfigProps } from './pod-config';
import { containersMissing, podRefusals, takenVolumeName } from './pod-refusals';
import type { PodServicesOptions } from './pod-services';
import { RestoredClaim } from './restored-claim';
import { portsThatServe } from './service-ports';
import { propsRefusals, selectorRefusals } from './set-refusals';
import type { StatefulSetProps } from './stateful-set-props';
import { manifestSpecOf, type AskedSet } from './stateful-set-spec';
import { topologySpreadOf, topologySpreadRefusals, type TopologySpreadOptions } from './topology-spread';
import { requireUniqueNames } from './unique-names';
import { VolumeClaimTemplate, type VolumeClaimTemplateProps } from './volume-claim-template';

/**
 * A StatefulSet and the headless Service that gives its pods their names.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export class StatefulSet extends Workload implements IScalable {
  /** The number of pods; undefined where an autoscaler decides. */
  public readonly replicas?: number;

  /** Whether pods are made one after the other or all at once. */
  public readonly podManagementPolicy: PodManagementPolicy;

  /** How long a pod must be ready before it counts as available. */
  public readonly minReady: Duration;

  /** The name of the governing Service. */
  public readonly serviceName: string;

  /** The ordinal of the first pod. */
  public readonly firstOrdinal: number;

  /** The domain of the cluster. */
  public readonly clusterDomain: string;

  /** Whether an autoscaler decides the number of pods. */
  public hasAutoscaler = false;

  /** The plural name of the kind, for permissions. */
  public readonly resourceType = 'statefulsets';

  protected readonly apiObject: ApiObject;

  private readonly props: StatefulSetProps;
  private readonly governing?: Service;
  private readonly template: ApiObjectMetadataDefinition;
  private readonly askedContainers = new AskedContainers(this);
  private readonly claimTemplates: VolumeClaimTemplate[] = [];
  private readonly topologySpread: (() => TopologySpreadConstraint)[] = [];

  /**
   * @throws SET_NAME_INVALID, SET_NAME_TOO_LONG, NAMESPACE_INVALID, REPLICAS_INVALID, ORDINAL_INVALID,
   * SERVICE_NAME_INVALID, SERVICE_NOT_HEADLESS, SERVICE_NAMESPACE_MISMATCH, SERVICE_SHARED, SERVICE_AMBIGUOUS, and
   * what `addContainer` and `addVolume` throw
   */
  constructor(scope: Construct, id: string, props: StatefulSetProps) {
    // Containers and volumes wait until the fields are there that the overridden methods need. `select` would follow
    // the construct path, and `spread` would be added again at each rendering.
    super(scope, id, {
      ...props,
      containers: [],
      initContainers: [],
      volumes: [],
      select: false,
      spread: false,
    });
    const name = props.name ?? props.metadata?.name ?? id.toLowerCase();
    const namespace = props.namespace ?? props.metadata?.namespace;
    refuse(this, propsRefusals(name, namespace, props));
    const selector = props.selector ?? { [APP_NAME_LABEL]: name, [APP_INSTANCE_LABEL]: name };

    this.props = props;
    this.replicas = props.replicas;
    this.podManagementPolicy = props.podManagementPolicy ?? PodManagementPolicy.ORDERED_READY;
    this.minReady = props.minReady ?? Duration.seconds(0);
    this.firstOrdinal = props.firstOrdinal ?? 0;
    this.clusterDomain = props.clusterDomain ?? DEFAULT_CLUSTER_DOMAIN;
    // Made before the set, the Service stands before it in the manifest; no dependency has to say so.
    if (props.existingServiceName === undefined) {
      this.governing = props.service ?? this.makeService(name, namespace, selector);
    }
    this.serviceName = props.existingServiceName ?? this.service.name;
    this.apiObject = new ApiObject(this, 'Resource', {
      ...KubeStatefulSet.GVK,
      metadata: {
        ...props.metadata,
        name,
        namespace,
        labels: { ...selector, ...props.metadata?.labels, ...props.labels },
        annotations: annotationsOf(props),
      },
      spec: Lazy.any({ produce: () => manifestSpecOf(this, this.asked()) }) as unknown,
    });
    this.template = new ApiObjectMetadataDefinition({ ...props.podMetadata, apiObject: this.apiObject });
    if (props.select ?? true) {
      this.select(LabelSelector.of({ labels: selector }));
    }
    if (this.governing !== undefined) {
      govern(this.governing, this);
    }

    props.volumes?.forEach((volume) => {
      this.addVolume(volume);
    });
    props.initContainers?.forEach((container) => this.addInitContainer(container));
    props.containers?.forEach((container) => this.addContainer(container));
    if (props.spread ?? false) {
      this.scheduling.spread({ topology: Topology.HOSTNAME });
      this.scheduling.spread({ topology: Topology.ZONE });
    }
    if (this.isolate) {
      this.connections.isolate();
    }
    this.node.addValidation({ validate: () => this.refusals().map(refusalText) });
    requireUniqueNames(this);
  }

  /**
   * The governing Service.
   *
   * @throws SERVICE_NOT_IN_APP where it exists outside the app
   */
  public get service(): Service {
    if (this.governing === undefined) {
      throw new RefusedError(this, {
        code: 'SERVICE_NOT_IN_APP',
        subject: 'service',
        problem: 'must not be asked for: it exists outside the app',
        value: this.serviceName,
      });
    }
    return this.governing;
  }

  /** How many pods names and peers are counted by: `replicas`, or one. */
  public get expectedReplicas(): number {
    return this.replicas ?? 1;
  }

  /** The metadata of the pods. */
  public get podMetadata(): ApiObjectMetadataDefinition {
    return this.template;
  }

  /** The claim templates, in the order in which they were added. */
  public get claims(): VolumeClaimTemplate[] {
    return [...this.claimTemplates];
  }

  /**
   * Adds a claim template: each pod gets a claim of its own, which outlives it.
   *
   * @param name a DNS label; the claims are called `<name>-<set>-<ordinal>`
   * @returns what `container.mount(path, claim)` takes
   * @throws CLAIM_NAME_INVALID, CLAIM_SIZE_INVALID, CLAIM_ACCESS_MODES_INVALID, VOLUME_NAME_TAKEN
   */
  public addClaim(name: string, props: VolumeClaimTemplateProps): VolumeClaimTemplate {
    refuse(this, takenVolumeName(this, name));
    const claim = new VolumeClaimTemplate(this, name, props);
    this.claimTemplates.push(claim);
    return claim;
  }

  /**
   * Adds a container.
   *
   * @throws what is wrong with its name, its ports or its mounts
   */
  public addContainer(container: ContainerProps): Container {
    return this.added(container, super.addContainer(detached(container)));
  }

  /**
   * Adds an init container, or a sidecar (an init container that is restarted).
   *
   * @throws what is wrong with its name, its ports or its mounts
   */
  public addInitContainer(container: ContainerProps): Container {
    return this.added(container, super.addInitContainer(detached(container)));
  }

  /**
   * Adds a volume that is not a claim.
   *
   * @throws VOLUME_NAME_TAKEN
   */
  public addVolume(volume: Volume): void {
    refuse(this, takenVolumeName(this, volume.name));
    super.addVolume(volume);
  }

  /** Adds labels to the selector; the pods get those that they don't have. */
  public select(...selectors: LabelSelector[]): void {
    super.select(...selectors);
    for (const [key, value] of Object.entries(this.matchLabels)) {
      if (this.template.getLabel(key) === undefined) {
        this.template.addLabel(key, value);
      }
    }
  }

  /**
   * The name of a pod.
   *
   * @param index which replica, counted from 0, whatever the first ordinal is
   * @throws ORDINAL_INVALID
   */
  public podName(index: number): string {
    return podName(this.name, this.ordinal(index));
  }

  /**
   * The name of a pod for pods of the same namespace: `<pod>.<service>`.
   *
   * @param index which replica, counted from 0, whatever the first ordinal is
   * @throws ORDINAL_INVALID
   */
  public podShortDnsName(index: number): string {
    return podShortDnsName(this.podName(index), this.serviceName);
  }

  /**
   * The complete name of a pod: `<pod>.<service>.<namespace>.svc.<cluster domain>`. The namespace is `default` where
   * none is given.
   *
   * @param index which replica, counted from 0, whatever the first ordinal is
   * @throws ORDINAL_INVALID
   */
  public podDnsName(index: number): string {
    return podDnsName(
      this.podName(index),
      this.service.name,
      this.metadata.namespace ?? 'default',
      this.clusterDomain,
    );
  }

  /**
   * The name of the claim that a pod gets from a claim template.
   *
   * @param index which replica, counted from 0, whatever the first ordinal is
   * @throws ORDINAL_INVALID
   */
  public claimName(claim: VolumeClaimTemplate, index: number): string {
    return claimName(claim.name, this.name, this.ordinal(index));
  }

  /**
   * The name of the SRV records of a port: `_<port>._<protocol>.<service>.<namespace>.svc.<cluster domain>`. There is
   * one record for each ready pod.
   *
   * @param portName the name of a port of a container
   * @throws PORT_UNKNOWN
   * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#srv-records
   */
  public srvName(portName: string): string {
    const port = portsThatServe(this).find(({ name }) => name === portName);
    if (port === undefined) {
      throw new RefusedError(this, {
        code: 'PORT_UNKNOWN',
        subject: 'port',
        problem: 'must be the name of a port of a container',
        value: portName,
      });
    }
    const service = serviceDnsName(
      this.serviceName,
      this.metadata.namespace ?? 'default',
      this.clusterDomain,
    );
    return srvName(portName, port.protocol ?? Protocol.TCP, service);
  }

  /**
   * The pods of the set as one string, for environment variables, arguments and configuration files, such as
   * `http://web-0.web-headless:2380,http://web-1.web-headless:2380`.
   */
  public peers(options: PeersOptions = {}): string {
    const peers = ordinalsOf(options.replicas ?? this.expectedReplicas).map((index) => ({
      pod: this.podName(index),
      host: options.complete === true ? this.podDnsName(index) : this.podShortDnsName(index),
      ordinal: this.firstOrdinal + index,
    }));
    return listPeers(peers, options);
  }

  /**
   * Adds a claim that is made before its pod and filled from a snapshot or another claim.
   *
   * @param claim a claim template of this set
   * @param index which replica, counted from 0, whatever the first ordinal is
   * @throws ORDINAL_INVALID
   */
  public restoreClaim(claim: VolumeClaimTemplate, index: number, source: ClaimDataSource): RestoredClaim {
    return new RestoredClaim(this, claim, index, source);
  }

  /**
   * Adds files that differ from pod to pod.
   *
   * @param id the name of the volume; the ConfigMap is called `<set>-<id>`
   * @throws POD_CONFIG_INCOMPLETE, POD_CONFIG_FILE_INVALID
   */
  public addPodConfig(id: string, props: PodConfigProps): PodConfig {
    return new PodConfig(this, id, props);
  }

  /**
   * Adds a Service for clients: one address for whichever pods are ready.
   *
   * @throws SERVICE_NAME_INVALID; and PORTS_MISSING at synthesis
   */
  public addClientService(props: ClientServiceProps = {}): ExposedService {
    const name = props.name ?? this.name;
    return new ExposedService(this, `ClientService-${name}`, { ...props, name });
  }

  /**
   * Adds a Service for each pod, from the first to the last of the replicas.
   *
   * @throws SERVICE_NAME_INVALID; and PORTS_MISSING at synthesis
   */
  public addPodServices(options: PodServicesOptions = {}): ExposedService[] {
    const { namePrefix = '', annotationsPerPod = [], annotations, ...exposure } = options;
    return ordinalsOf(this.expectedReplicas).map((index) => {
      const pod = this.podName(index);
      return new ExposedService(this, `PodService-${pod}`, {
        ...exposure,
        name: `${namePrefix}${pod}`,
        podLabels: { [POD_NAME_LABEL]: pod },
        annotations: { ...annotations, ...annotationsPerPod[index] },
      });
    });
  }

  /**
   * Limits how many pods evictions take at once.
   *
   * @throws BUDGET_INVALID, BUDGET_BLOCKS_DRAINS
   */
  public addDisruptionBudget(props: DisruptionBudgetProps = {}): DisruptionBudget {
    return new DisruptionBudget(this, 'DisruptionBudget', props);
  }

  /** Lets the pods reach each other and named clients reach them, and nobody else. */
  public addPeerNetworkPolicy(props: PeerNetworkPolicyProps = {}): PeerNetworkPolicy {
    return new PeerNetworkPolicy(this, 'PeerNetworkPolicy', props);
  }

  /** Adds a Job that resolves the DNS name of each pod and fails if one does not resolve. */
  public addDnsTest(props: DnsTestProps = {}): DnsTest {
    return new DnsTest(this, 'DnsTest', props);
  }

  /**
   * Spreads the pods over the zones, hosts or other parts of the cluster.
   *
   * @throws TOPOLOGY_SPREAD_INVALID
   */
  public spreadAcross(topology: Topology, options: TopologySpreadOptions = {}): void {
    refuse(this, topologySpreadRefusals(options));
    this.topologySpread.push(() => topologySpreadOf(this, topology, options));
  }

  /**
   * Tells a container of this set what cdk8s-plus-28's containers can't be told.
   *
   * @throws CONTAINER_OF_OTHER_SET, VOLUME_MODE_MISMATCH
   */
  public extendContainer(container: Container, options: ContainerOptions): void {
    this.askedContainers.extend(container, options);
  }

  /** How Services, policies and affinities find the pods: by the labels of the selector. */
  public toPodSelectorConfig(): PodSelectorConfig {
    const { namespace } = this.metadata;
    return {
      labelSelector: LabelSelector.of({ labels: this.matchLabels }),
      namespaces: namespace === undefined ? undefined : { names: [namespace] },
    };
  }

  /** Leaves the number of pods to an autoscaler. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** What an autoscaler scales. */
  public toScalingTarget(): ScalingTarget {
    return {
      kind: this.kind,
      apiVersion: this.apiVersion,
      name: this.name,
      containers: this.containers,
      replicas: this.props.replicasDecidedElsewhere === true ? undefined : this.replicas,
    };
  }

  private makeService(
    name: string,
    namespace: string | undefined,
    selector: Record<string, string>,
  ): Service {
    const { serviceName, headlessService } = this.props;
    return new HeadlessService(this, 'Service', {
      ...headlessService,
      name: serviceName ?? `${name}-headless`,
      namespace,
      labels: { ...selector, ...headlessService?.labels },
    });
  }

  private ordinal(index: number): number {
    refuse(this, [invalid('ORDINAL_INVALID', 'index of a replica', index, countProblem)]);
    return this.firstOrdinal + index;
  }

  private added(asked: ContainerProps, container: Container): Container {
    this.askedContainers.add(container, asked);
    refuse(this, podRefusals(this));
    return container;
  }

  private asked(): AskedSet {
    return {
      props: this.props,
      containers: this.askedContainers,
      topologySpread: this.topologySpread.map((render) => render()),
      template: this.template,
    };
  }

  private refusals(): Refusal[] {
    const selector = { matchLabels: this.matchLabels, matchExpressions: this.matchExpressions };
    // Metadata without anything in it renders as nothing at all.
    const { labels = {} } = (this.template.toJson() ?? {}) as { labels?: Record<string, string> };
    return [
      ...selectorRefusals(selector, labels),
      ...containersMissing(this.containers),
      ...podRefusals(this),
    ];
  }
}

function annotationsOf({ metadata, annotations, changeCause }: StatefulSetProps): Record<string, string> {
  return {
    ...metadata?.annotations,
    ...annotations,
    ...(changeCause === undefined ? {} : { [CHANGE_CAUSE_ANNOTATION]: changeCause }),
  };
}
