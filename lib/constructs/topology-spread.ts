import type { Topology, Workload } from 'cdk8s-plus-28';
import type { TopologySpreadConstraint } from '../../imports/k8s';
import { invalid, type Refusal } from '../errors/refusal';
import { FLAG, listOf, NUMBER, oneOf, struct, TEXT, type ShapeOf } from '../errors/shape';
import { minDomainsProblem, spreadCountProblem } from '../kubernetes/pod-rules';

/** Whether a rule of the scheduler that concerns nodes counts when pods are spread. */
export enum NodeInclusionPolicy {
  /** Nodes that the rule excludes for the pod don't count. */
  HONOR = 'Honor',
  /** All nodes count. */
  IGNORE = 'Ignore',
}

/**
 * How the pods of a set are spread over zones, hosts or other parts of a cluster.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export interface TopologySpreadOptions {
  /**
   * Whether a pod that would break the spread waits (`true`) or is placed all the same (`false`).
   *
   * With volumes that stay in one zone and pods that start in order, a hard spread over zones can leave a pod
   * waiting for good.
   *
   * @default false
   */
  readonly hard?: boolean;

  /**
   * By how many pods the fullest part may exceed the emptiest.
   *
   * @default 1
   */
  readonly maxSkew?: number;

  /**
   * How many parts there must be; only with `hard`.
   *
   * @default - one
   */
  readonly minDomains?: number;

  /**
   * Whether nodes that the pod's node affinity excludes count.
   *
   * @default - they don't count
   */
  readonly nodeAffinityPolicy?: NodeInclusionPolicy;

  /**
   * Whether nodes whose taints the pod doesn't tolerate count.
   *
   * @default - they count
   */
  readonly nodeTaintsPolicy?: NodeInclusionPolicy;

  /**
   * Labels whose values set pods apart: with `controller-revision-hash`, pods of another revision don't count.
   *
   * @default - none
   */
  readonly matchLabelKeys?: string[];
}

const SHAPES: ShapeOf<TopologySpreadOptions> = {
  hard: FLAG,
  maxSkew: NUMBER,
  minDomains: NUMBER,
  nodeAffinityPolicy: oneOf(NodeInclusionPolicy),
  nodeTaintsPolicy: oneOf(NodeInclusionPolicy),
  matchLabelKeys: listOf(TEXT),
};
/** The options as no compiler may have looked at them. */
export const TOPOLOGY_SPREAD_SHAPE = struct(SHAPES);

/** What is wrong with a spread. */
export function topologySpreadRefusals(options: TopologySpreadOptions): (Refusal | undefined)[] {
  return [
    invalid('TOPOLOGY_SPREAD_INVALID', 'maxSkew', options.maxSkew, spreadCountProblem),
    invalid(
      'TOPOLOGY_SPREAD_INVALID',
      'minDomains',
      options.minDomains,
      (value) => spreadCountProblem(value) ?? minDomainsProblem(options.hard === true),
    ),
  ];
}

/** A spread as the pod carries it. */
export function topologySpreadOf(
  set: Workload,
  topology: Topology,
  options: TopologySpreadOptions,
): TopologySpreadConstraint {
  return {
    topologyKey: topology.key,
    whenUnsatisfiable: options.hard === true ? 'DoNotSchedule' : 'ScheduleAnyway',
    maxSkew: options.maxSkew ?? 1,
    minDomains: options.minDomains,
    nodeAffinityPolicy: options.nodeAffinityPolicy,
    nodeTaintsPolicy: options.nodeTaintsPolicy,
    matchLabelKeys: options.matchLabelKeys,
    labelSelector: { matchLabels: set.matchLabels },
  };
}
