import { ApiObject, ApiObjectMetadataDefinition, Duration, Lazy } from 'cdk8s';
import {
  LabelSelector,
  PodManagementPolicy,
  Topology,
  Workload,
  type Container,
  type ContainerProps,
  type IScalable,
  type PodSelectorConfig,
  type ScalingTarget,
  type Service,
  type StatefulSetProps as PlusStatefulSetProps,
  type Volume,
} from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import {
  KubeStatefulSet,
  toJson_StatefulSetSpec,
  type ObjectMeta,
  type StatefulSetSpec,
} from '../imports/k8s';
import { renderUpdateStrategy } from './cdk8s-plus';
import { invalid, refuse, refusalText, type Refusal } from './errors/refusal';
import { govern } from './governing-service';
import { HeadlessService, type HeadlessServiceOptions } from './headless-service';
import { countProblem } from './kubernetes/counts';
import { APP_INSTANCE_LABEL, APP_NAME_LABEL } from './kubernetes/labels';
import { claimName, DEFAULT_CLUSTER_DOMAIN, podDnsName, podName, podShortDnsName } from './kubernetes/names';
import { containersMissing, podRefusals, takenVolumeName } from './pod-refusals';
import { podSpecOf } from './pod-spec';
import { propsRefusals, selectorRefusals } from './set-refusals';
import { requireUniqueNames } from './unique-names';
import { VolumeClaimTemplate, type VolumeClaimTemplateProps } from './volume-claim-template';

/**
 * Properties of a StatefulSet. Those of cdk8s-plus-28's StatefulSet are among them, so code moves over by changing
 * the import.
 */
export interface StatefulSetProps extends PlusStatefulSetProps {
  /**
   * The name of the set: a DNS label of at most 52 characters. Pods, claims and DNS names follow it, so a set that
   * runs keeps its name.
   *
   * @default - the name in `metadata`, else the construct id in lower case
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
   */
  readonly name?: string;

  /**
   * The namespace of the set and of its Service.
   *
   * @default - the namespace in `metadata`, else that of the chart
   */
  readonly namespace?: string;

  /**
   * Labels of the set itself. Those of the pods go to `podMetadata`.
   *
   * @default - the labels of the selector
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * The labels by which the set and its Service find the pods; the pods get them. They can't be changed later, and
   * never depend on where in the tree of constructs the set stands.
   *
   * @default - `app.kubernetes.io/name` and `app.kubernetes.io/instance`, both the name of the set
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector
   */
  readonly selector?: Readonly<Record<string, string>>;

  /**
   * The name of the headless Service that is made for the set. It can't be changed later.
   *
   * @default - `<name>-headless`
   */
  readonly serviceName?: string;

  /**
   * What else the headless Service that is made for the set shall have.
   *
   * @default - the ports of the containers and nothing more
   */
  readonly headlessService?: HeadlessServiceOptions;

  /**
   * The ordinal of the first pod.
   *
   * @default 0
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#start-ordinal
   */
  readonly firstOrdinal?: number;

  /**
   * The domain of the cluster, for complete DNS names.
   *
   * @default cluster.local
   */
  readonly clusterDomain?: string;
}

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

  /** The governing Service. */
  public readonly service: Service;

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
  private readonly template: ApiObjectMetadataDefinition;
  private readonly askedContainers = new Map<Container, ContainerProps>();
  private readonly claimTemplates: VolumeClaimTemplate[] = [];

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
    this.service =
      props.service ??
      new HeadlessService(this, 'Service', {
        ...props.headlessService,
        name: props.serviceName ?? `${name}-headless`,
        namespace,
        labels: { ...selector, ...props.headlessService?.labels },
      });
    this.apiObject = new ApiObject(this, 'Resource', {
      ...KubeStatefulSet.GVK,
      metadata: {
        ...props.metadata,
        name,
        namespace,
        labels: { ...selector, ...props.metadata?.labels, ...props.labels },
      },
      spec: Lazy.any({ produce: () => this.toManifestSpec() }) as unknown,
    });
    this.template = new ApiObjectMetadataDefinition({ ...props.podMetadata, apiObject: this.apiObject });
    if (props.select ?? true) {
      this.select(LabelSelector.of({ labels: selector }));
    }
    govern(this.service, this);

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
    return podShortDnsName(this.podName(index), this.service.name);
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
      replicas: this.replicas,
    };
  }

  private ordinal(index: number): number {
    refuse(this, [invalid('ORDINAL_INVALID', 'index of a replica', index, countProblem)]);
    return this.firstOrdinal + index;
  }

  private added(asked: ContainerProps, container: Container): Container {
    this.askedContainers.set(container, asked);
    refuse(this, podRefusals(this));
    return container;
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

  private toManifestSpec(): unknown {
    const claims = this.claimTemplates.map((claim) => claim._toManifest());
    return {
      ...toJson_StatefulSetSpec(this.toSpec()),
      // The generated conversion would drop their apiVersion and kind.
      volumeClaimTemplates: claims.length > 0 ? claims : undefined,
    };
  }

  private toSpec(): StatefulSetSpec {
    const { props } = this;
    return {
      serviceName: this.service.name,
      replicas: this.hasAutoscaler ? undefined : (this.replicas ?? 1),
      ordinals: props.firstOrdinal === undefined ? undefined : { start: props.firstOrdinal },
      podManagementPolicy: props.podManagementPolicy,
      updateStrategy: props.strategy && renderUpdateStrategy(props.strategy),
      minReadySeconds: props.minReady?.toSeconds(),
      selector: {
        matchLabels: Object.keys(this.matchLabels).length > 0 ? this.matchLabels : undefined,
        matchExpressions: this.matchExpressions.length > 0 ? this.matchExpressions : undefined,
      },
      template: {
        metadata: this.template.toJson() as ObjectMeta,
        spec: podSpecOf(this, {
          props,
          containers: this.askedContainers,
          claimNames: new Set(this.claimTemplates.map(({ name }) => name)),
        }),
      },
    };
  }
}

/** The container as asked for, in objects of its own: cdk8s-plus-28 keeps and changes those it is given. */
function detached(container: ContainerProps): ContainerProps {
  return {
    ...container,
    // Without requests and limits that nobody asked for: the default limit of 2 GiB kills a database.
    resources: container.resources ?? {},
    envFrom: [...(container.envFrom ?? [])],
    envVariables: { ...container.envVariables },
    volumeMounts: [...(container.volumeMounts ?? [])],
  };
}
