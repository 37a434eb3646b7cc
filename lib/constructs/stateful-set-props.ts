import type { StatefulSetProps as PlusStatefulSetProps } from 'cdk8s-plus-28';
import type { ClaimRetention } from './claim-retention';
import type { HeadlessServiceOptions } from './headless-service';
import type { PodOptions } from './pod-options';
import type { UpdateStrategy } from './update-strategy';

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
   * The labels by which the set and its Service find the pods; the pods get them. They cannot be changed later, and
   * never depend on where in the tree of constructs the set stands.
   *
   * @default - `app.kubernetes.io/name` and `app.kubernetes.io/component`, both the name of the set
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector
   */
  readonly selector?: Readonly<Record<string, string>>;

  /**
   * The name of the headless Service that is created for the set. It cannot be changed later.
   *
   * @default - `<name>-headless`
   */
  readonly serviceName?: string;

  /**
   * Options of the headless Service that is created for the set.
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

  /**
   * Annotations of the set itself.
   *
   * @default - those in `metadata`
   */
  readonly annotations?: Record<string, string>;

  /**
   * The name of a headless Service that exists outside the app, in the namespace of the set, and selects its pods.
   *
   * @default - the set creates its Service
   */
  readonly existingServiceName?: string;

  /**
   * Whether the manifest omits `replicas`, because `kubectl scale` or an autoscaler sets the number of pods: an apply
   * then keeps that number. Names and peers are still counted by `replicas`.
   *
   * @default false
   */
  readonly omitReplicas?: boolean;

  /**
   * What happens to the pods when their template changes.
   *
   * @default - a rolling update, one pod after the other
   */
  readonly updateStrategy?: UpdateStrategy;

  /**
   * How many old revisions are kept, for `kubectl rollout undo`. Cannot be changed before Kubernetes 1.33.
   *
   * @default 10
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#revision-history
   */
  readonly revisionHistoryLimit?: number;

  /**
   * Why the template changed, as `kubectl rollout history` shows it. It must be in the same manifest as the change:
   * the revision copies it when it is created.
   *
   * @default - none
   */
  readonly changeCause?: string;

  /**
   * When claims are deleted.
   *
   * @default - never
   */
  readonly claimRetention?: ClaimRetention;

  /**
   * Fields of the pods for which cdk8s-plus-28 has no property.
   *
   * @default - nothing
   */
  readonly pod?: PodOptions;

  /**
   * Whether the manifests carry only what the code asks for: no security settings and no labels that nobody gave, no
   * word on the token of the service account, and volumes in the order in which they were added. A set that ran before
   * the code was written needs it, or its pods restart.
   *
   * @default - false: containers run without root and with a read-only file system, and the set and what stands beside
   * it get the labels of the selector
   */
  readonly verbatim?: boolean;
}
