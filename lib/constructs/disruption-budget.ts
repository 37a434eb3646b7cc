import { ApiObject, Lazy } from 'cdk8s';
import { PercentOrAbsolute } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { KubePodDisruptionBudget } from '../../imports/k8s';
import { invalid, refuse, requireShape } from '../errors/refusal';
import { madeWith, oneOf, required, struct, TEXT, type ShapeOf } from '../errors/shape';
import { AMOUNT, requireArguments, TEXTS } from './input-shapes';
import { intOrString } from './rendering/int-or-string';
import { intOrPercentProblem, scaledUp, type IntOrPercent } from '../kubernetes/int-or-percent';
import type { StatefulSet } from './stateful-set';

/**
 * How many pods of a set may be evicted at once.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export class AllowedDisruptions {
  /** At most this number or percentage of pods may be unavailable. A percentage is rounded up. */
  public static atMost(pods: PercentOrAbsolute): AllowedDisruptions {
    requireShape('AllowedDisruptions.atMost', { pods }, struct({ pods: required(AMOUNT) }));
    return new AllowedDisruptions(undefined, pods);
  }

  /** At least this number or percentage of pods must stay available. A percentage is rounded up. */
  public static keeping(pods: PercentOrAbsolute): AllowedDisruptions {
    requireShape('AllowedDisruptions.keeping', { pods }, struct({ pods: required(AMOUNT) }));
    return new AllowedDisruptions(pods);
  }

  /** A majority of the replicas must stay available, as consensus needs. Takes three replicas or more. */
  public static keepingQuorum(): AllowedDisruptions {
    return new AllowedDisruptions();
  }

  private constructor(
    private readonly minAvailable?: PercentOrAbsolute,
    private readonly maxUnavailable?: PercentOrAbsolute,
  ) {}

  /**
   * The two fields of the budget for a set of so many pods, of which one is given.
   *
   * @internal
   */
  public _for(replicas: number): {
    readonly minAvailable?: PercentOrAbsolute;
    readonly maxUnavailable?: PercentOrAbsolute;
  } {
    return this.maxUnavailable === undefined
      ? { minAvailable: this.minAvailable ?? PercentOrAbsolute.absolute(Math.floor(replicas / 2) + 1) }
      : { maxUnavailable: this.maxUnavailable };
  }
}

/**
 * Whether pods that are not ready may be evicted.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy
 */
export enum UnhealthyPodEvictionPolicy {
  /** Only while enough others are ready. */
  IF_HEALTHY_BUDGET = 'IfHealthyBudget',
  /** Always: a pod that crashes doesn't hold up the drain of its node. */
  ALWAYS_ALLOW = 'AlwaysAllow',
}

/** Properties of a disruption budget. */
export interface DisruptionBudgetProps {
  /**
   * How many pods may be evicted at once.
   *
   * @default - one
   */
  readonly allowed?: AllowedDisruptions;

  /**
   * The name of the budget.
   *
   * @default - the name of the set
   */
  readonly name?: string;

  /**
   * Labels of the budget.
   *
   * @default - the labels of the selector
   */
  readonly labels?: Record<string, string>;

  /**
   * Annotations of the budget.
   *
   * @default - none
   */
  readonly annotations?: Record<string, string>;

  /**
   * Whether pods that are not ready may be evicted.
   *
   * @default - IfHealthyBudget
   */
  readonly unhealthyPodEvictionPolicy?: UnhealthyPodEvictionPolicy;
}

const SHAPES: ShapeOf<DisruptionBudgetProps> = {
  allowed: madeWith('AllowedDisruptions.atMost(), .keeping() or .keepingQuorum()', '_for'),
  name: TEXT,
  labels: TEXTS,
  annotations: TEXTS,
  unhealthyPodEvictionPolicy: oneOf(UnhealthyPodEvictionPolicy),
};

/**
 * A PodDisruptionBudget for a set: how many of its pods may be evicted at once, such as by a drain. Rolling updates
 * and scale-downs of the set ignore it.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/disruptions/#pod-disruption-budgets
 */
export class DisruptionBudget extends Construct {
  /** The name of the budget. */
  public readonly name: string;

  /**
   * @throws BUDGET_INVALID, BUDGET_BLOCKS_DRAINS
   */
  constructor(scope: StatefulSet, id: string, props: DisruptionBudgetProps = {}) {
    requireArguments('DisruptionBudget', scope, id, props, struct(SHAPES));
    super(scope, id);
    const allowed = props.allowed ?? AllowedDisruptions.atMost(PercentOrAbsolute.absolute(1));
    const { minAvailable, maxUnavailable } = allowed._for(scope.expectedReplicas);
    const amount = (minAvailable ?? maxUnavailable)?.value as IntOrPercent | undefined;
    refuse(scope, [
      invalid('BUDGET_INVALID', 'disruption budget', amount, intOrPercentProblem),
      invalid('BUDGET_BLOCKS_DRAINS', minAvailable ? 'minAvailable' : 'maxUnavailable', amount, (value) =>
        blocksDrains(value, minAvailable !== undefined, scope)
          ? `must let at least one of ${scope.expectedReplicas} pods be evicted`
          : undefined,
      ),
    ]);
    this.name = props.name ?? scope.name;
    new ApiObject(this, 'Resource', {
      ...KubePodDisruptionBudget.GVK,
      metadata: {
        name: this.name,
        namespace: scope.metadata.namespace,
        labels: { ...scope._unaskedLabels, ...props.labels },
        annotations: props.annotations,
      },
      spec: Lazy.any({
        produce: () => ({
          minAvailable: minAvailable && intOrString(minAvailable).value,
          maxUnavailable: maxUnavailable && intOrString(maxUnavailable).value,
          selector: { matchLabels: scope.matchLabels },
          unhealthyPodEvictionPolicy: props.unhealthyPodEvictionPolicy,
        }),
      }) as unknown,
    });
  }
}

function blocksDrains(amount: IntOrPercent, isMinimum: boolean, { expectedReplicas }: StatefulSet): boolean {
  const pods = scaledUp(amount, expectedReplicas);
  return expectedReplicas > 0 && (isMinimum ? pods >= expectedReplicas : pods === 0);
}
