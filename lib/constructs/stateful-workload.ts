import { Duration, type ApiObject, type ApiObjectMetadataDefinition } from 'cdk8s';
import {
  LabelSelector,
  PodManagementPolicy,
  Protocol,
  Topology,
  Workload,
  type Container,
  type ContainerProps,
  type PodSelectorConfig,
  type Service,
  type Volume,
} from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { KubeStatefulSet, type TopologySpreadConstraint } from '../../imports/k8s';
import { claimOf, foreignClaims, foreignMounts } from './claim-mounts';
import { ContainerInputs, detached } from './container-inputs';
import type { ContainerOptions } from './container-options';
import { invalid, refuse, RefusedError, refusalText, requireShape, type Refusal } from '../errors/refusal';
import { listOf, madeWith, NUMBER, required, struct, TEXT } from '../errors/shape';
import { govern, makeHeadlessService } from './governing-service';
import { CLAIM, CONTAINER_SHAPE, requireArguments, SET_SHAPE, VOLUME } from './input-shapes';
import { countProblem } from '../kubernetes/counts';
import {
  claimName,
  DEFAULT_CLUSTER_DOMAIN,
  ordinalsOf,
  podDnsName,
  podName,
  podShortDnsName,
  serviceDnsName,
  srvName,
} from '../kubernetes/names';
import { podSelectorOf } from './label-expression';
import { ManifestMetadata } from './rendering/manifest-metadata';
import { FastApiObject } from './rendering/fast-api-object';
import { assignProps } from './rendering/assign-props';
import { listPeers, type PeerNames, PEERS_SHAPE, peersOf, peersRefusals, type PeersOptions } from './peers';
import { containersMissing, podRefusals, takenVolumeName } from './pod-refusals';
import { portsThatServe } from './rendering/service-ports';
import { identityOf, metadataOf } from './set-identity';
import { propsRefusals, selectorRefusals, unknownSizeRefusals } from './set-refusals';
import type { StatefulSetProps } from './stateful-set-props';
import { manifestSpecOf, type StatefulSetInputs } from './rendering/stateful-set-spec';
import {
  TOPOLOGY_SPREAD_SHAPE,
  topologySpreadOf,
  topologySpreadRefusals,
  type TopologySpreadOptions,
} from './topology-spread';
import { requireUniqueNames } from './unique-names';
import { VolumeClaimTemplate } from './volume-claim-template';
import type { VolumeClaimTemplateProps } from './volume-claim-template-props';

const SELECTORS = listOf(madeWith('LabelSelector.of()', 'isEmpty'));
const ONE_VOLUME = struct({ volume: required(VOLUME) });
const ONE_CONTAINER = struct({ container: required(CONTAINER_SHAPE) });

/**
 * A set of pods that keep their names, their DNS names and their claims, whatever becomes of them: the part of a
 * StatefulSet that everything beside it refers to. What stands beside it is in `StatefulSet`, the one public class.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 * @internal
 */
export abstract class StatefulWorkload extends Workload {
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

  /** What was asked for. */
  protected readonly props: StatefulSetProps;
  private readonly governing?: Service;
  private readonly template: ManifestMetadata;
  private readonly containerInputs = new ContainerInputs(this);
  private readonly claimTemplates: VolumeClaimTemplate[] = [];
  private readonly topologySpread: (() => TopologySpreadConstraint)[] = [];

  /**
   * @throws SET_NAME_INVALID, SET_NAME_TOO_LONG, NAMESPACE_INVALID, REPLICAS_INVALID, ORDINAL_INVALID,
   * SERVICE_NAME_INVALID, SERVICE_NOT_HEADLESS, SERVICE_NAMESPACE_MISMATCH, SERVICE_SHARED, SERVICE_AMBIGUOUS, and
   * what `addContainer` and `addVolume` throw
   */
  constructor(scope: Construct, id: string, props: StatefulSetProps) {
    requireArguments('StatefulSet', scope, id, props, SET_SHAPE);
    // Containers and volumes wait until the fields are there that the overridden methods need. `select` would follow
    // the construct path, and `spread` would be added again at each rendering.
    super(
      scope,
      id,
      assignProps(props, { containers: [], initContainers: [], volumes: [], select: false, spread: false }),
    );
    const identity = identityOf(id, props);
    refuse(this, propsRefusals(identity, props));

    this.props = props;
    this.replicas = props.replicas;
    this.podManagementPolicy = props.podManagementPolicy ?? PodManagementPolicy.ORDERED_READY;
    this.minReady = props.minReady ?? Duration.seconds(0);
    this.firstOrdinal = props.firstOrdinal ?? 0;
    this.clusterDomain = props.clusterDomain ?? DEFAULT_CLUSTER_DOMAIN;
    // Made before the set, the Service stands before it in the manifest; no dependency has to say so.
    if (props.existingServiceName === undefined) {
      this.governing = props.service ?? makeHeadlessService(this, identity, props);
    }
    this.serviceName = props.existingServiceName ?? this.service.name;
    this.apiObject = new FastApiObject(
      this,
      'Resource',
      KubeStatefulSet.GVK,
      metadataOf(identity, props),
      () => manifestSpecOf(this, this.inputs()),
    );
    this.template = new ManifestMetadata(assignProps(props.podMetadata, { apiObject: this.apiObject }));
    if (props.select ?? true) {
      this.select(LabelSelector.of({ labels: identity.selector }));
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

  /** The number of pods that names and peers are counted by: `replicas`, or one. */
  public get expectedReplicas(): number {
    return this.replicas ?? 1;
  }

  /** The metadata of the pods. */
  public get podMetadata(): ApiObjectMetadataDefinition {
    return this.template;
  }

  /**
   * The labels that what stands beside the set gets unasked.
   *
   * @internal
   */
  public get _unaskedLabels(): Record<string, string> {
    return this.props.verbatim === true ? {} : this.matchLabels;
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
    requireShape(this, { container }, ONE_CONTAINER);
    return this.added(container, super.addContainer(detached(container)));
  }

  /**
   * Adds an init container, or a sidecar (an init container that is restarted).
   *
   * @throws what is wrong with its name, its ports or its mounts
   */
  public addInitContainer(container: ContainerProps): Container {
    requireShape(this, { container }, ONE_CONTAINER);
    return this.added(container, super.addInitContainer(detached(container)));
  }

  /**
   * Adds a volume that is not a claim.
   *
   * @throws VOLUME_NAME_TAKEN, CLAIM_OF_OTHER_SET
   */
  public addVolume(volume: Volume): void {
    requireShape(this, { volume }, ONE_VOLUME);
    const claim = claimOf(volume);
    refuse(this, [
      ...(claim === undefined ? [] : foreignClaims(this, [claim])),
      ...takenVolumeName(this, volume.name),
    ]);
    super.addVolume(volume);
  }

  /** Adds labels to the selector; the pods get those that they don't have. */
  public select(...selectors: LabelSelector[]): void {
    requireShape(this, selectors, SELECTORS);
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
      this.serviceName,
      this.metadata.namespace ?? 'default',
      this.clusterDomain,
    );
  }

  /**
   * The name of the claim that a pod gets from a claim template.
   *
   * @param claim a claim template of this set
   * @param index which replica, counted from 0, whatever the first ordinal is
   * @throws ORDINAL_INVALID, CLAIM_OF_OTHER_SET
   */
  public claimName(claim: VolumeClaimTemplate, index: number): string {
    requireShape(this, { claim }, struct({ claim: required(CLAIM) }));
    refuse(this, foreignClaims(this, [claim]));
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
    requireShape(this, { portName }, struct({ portName: required(TEXT) }));
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
    requireShape(this, options, PEERS_SHAPE);
    refuse(this, peersRefusals(options));
    const names: PeerNames = {
      setName: this.name,
      ordinals: ordinalsOf(options.replicas ?? this.expectedReplicas, this.firstOrdinal),
      hostOf: (ordinal) => {
        const index = ordinal - this.firstOrdinal;
        return options.complete === true ? this.podDnsName(index) : this.podShortDnsName(index);
      },
    };
    return listPeers(peersOf(names, options), options);
  }

  /**
   * Spreads the pods over the zones, hosts or other parts of the cluster.
   *
   * @throws TOPOLOGY_SPREAD_INVALID
   */
  public spreadAcross(topology: Topology, options: TopologySpreadOptions = {}): void {
    requireShape(this, { topology }, struct({ topology: required(madeWith('Topology.of()', 'key')) }));
    requireShape(this, options, TOPOLOGY_SPREAD_SHAPE);
    refuse(this, topologySpreadRefusals(options));
    this.topologySpread.push(() => topologySpreadOf(this, topology, options));
  }

  /**
   * Sets fields of a container of this set for which cdk8s-plus-28 has no property.
   *
   * @throws CONTAINER_OF_OTHER_SET, CLAIM_OF_OTHER_SET, VOLUME_MODE_MISMATCH
   */
  public extendContainer(container: Container, options: ContainerOptions): void {
    this.containerInputs.extend(container, options);
  }

  /** How Services, policies and affinities find the pods: by the labels of the selector. */
  public toPodSelectorConfig(): PodSelectorConfig {
    return podSelectorOf(this);
  }

  private ordinal(index: number): number {
    requireShape(this, { index }, struct({ index: required(NUMBER) }));
    refuse(this, [invalid('ORDINAL_INVALID', 'index of a replica', index, countProblem)]);
    return this.firstOrdinal + index;
  }

  private added(props: ContainerProps, container: Container): Container {
    this.containerInputs.add(container, props);
    refuse(this, [...podRefusals(this), ...foreignMounts(this)]);
    return container;
  }

  private inputs(): StatefulSetInputs {
    return {
      props: this.props,
      serviceName: this.serviceName,
      replicas: this.expectedReplicas,
      omitsReplicas: this.omitsReplicas,
      containers: this.containerInputs,
      claims: this.claimTemplates,
      topologySpread: this.topologySpread.map((render) => render()),
      template: this.template,
    };
  }

  private get omitsReplicas(): boolean {
    return this.hasAutoscaler || this.props.omitReplicas === true;
  }

  private refusals(): Refusal[] {
    return [
      // Autoscalers come after the set.
      ...unknownSizeRefusals(this.props, this.omitsReplicas).filter((refusal) => refusal !== undefined),
      ...selectorRefusals(this, this.template),
      ...containersMissing(this.containers),
      ...podRefusals(this),
    ];
  }
}
