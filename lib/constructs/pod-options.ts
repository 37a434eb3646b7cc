import type { SeccompProfile } from 'cdk8s-plus-28';
import type { PodSpec } from '../../imports/k8s';

/**
 * Fields of a pod for which cdk8s-plus-28 has no property.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec
 */
export interface PodOptions {
  /**
   * The priority class: which pods are scheduled first, and which are evicted for others.
   *
   * @default - the cluster's default class, if it has one
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
   */
  readonly priorityClassName?: string;

  /**
   * Whether pods of lower priority are evicted to make room: `PreemptLowerPriority` or `Never`.
   *
   * @default - what the priority class says
   */
  readonly preemptionPolicy?: string;

  /**
   * The scheduler that places the pods.
   *
   * @default - the cluster's default scheduler
   */
  readonly schedulerName?: string;

  /**
   * The runtime class.
   *
   * @default - the cluster's default runtime
   * @see https://kubernetes.io/docs/concepts/containers/runtime-class/
   */
  readonly runtimeClassName?: string;

  /**
   * Labels that a node must have.
   *
   * @default - any node
   */
  readonly nodeSelector?: Record<string, string>;

  /**
   * Whether the containers get environment variables for each Service of the namespace. Turn them off where a
   * Service of the system's name would be taken for its configuration.
   *
   * @default - they do
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
   */
  readonly enableServiceLinks?: boolean;

  /**
   * Whether the containers see each other's processes.
   *
   * @default false
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/
   */
  readonly shareProcessNamespace?: boolean;

  /**
   * Whether the pod runs in the user namespace of its node; `false` gives it one of its own.
   *
   * @default true
   * @see https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/
   */
  readonly hostUsers?: boolean;

  /**
   * Whether the pod sees the processes of its node.
   *
   * @default false
   */
  readonly hostPid?: boolean;

  /**
   * Whether the pod shares the interprocess communication of its node.
   *
   * @default false
   */
  readonly hostIpc?: boolean;

  /**
   * Additional groups of the containers' first process.
   *
   * @default - none
   */
  readonly supplementalGroups?: number[];

  /**
   * Which system calls the containers may make, where they don't say it themselves.
   *
   * @default - what the node allows
   * @see https://kubernetes.io/docs/tutorials/security/seccomp/
   */
  readonly seccompProfile?: SeccompProfile;

  /**
   * Conditions that must be true, in addition to ready containers, for the pod to be ready.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate
   */
  readonly readinessGates?: string[];
}

/** The options as the pod carries them. */
export function podOptionsOf({
  supplementalGroups,
  seccompProfile,
  readinessGates,
  ...options
}: PodOptions): Partial<PodSpec> {
  return {
    readinessGates: readinessGates?.map((conditionType) => ({ conditionType })),
    securityContext:
      supplementalGroups === undefined && seccompProfile === undefined
        ? undefined
        : { supplementalGroups, seccompProfile },
    ...options,
  };
}
