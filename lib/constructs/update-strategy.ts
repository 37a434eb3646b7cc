import type { PercentOrAbsolute } from 'cdk8s-plus-28';
import type { StatefulSetUpdateStrategy as RenderedStrategy } from '../../imports/k8s';
import { invalid, requireShape, type Refusal } from '../errors/refusal';
import { NUMBER, required, struct } from '../errors/shape';
import { AMOUNT } from './input-shapes';
import { intOrString } from './rendering/int-or-string';
import { canaryPartition, canaryProblem, type CanaryShare } from '../kubernetes/canary';
import { countProblem } from '../kubernetes/counts';
import { leastOneProblem, type IntOrPercent } from '../kubernetes/int-or-percent';

/** How a rolling update proceeds. */
export interface RollingUpdateOptions {
  /**
   * How many pods, counted from the first, keep the old revision. They keep it even when they are recreated.
   *
   * @default 0
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#partitions
   */
  readonly partition?: number;

  /**
   * How many pods may be unavailable at once. Kubernetes drops it silently before 1.37, unless a feature gate is on.
   *
   * @default 1
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#maximum-unavailable-pods
   */
  readonly maxUnavailable?: PercentOrAbsolute;
}

/** How a canary proceeds. */
export interface CanaryOptions {
  /**
   * How many pods may be unavailable at once. Kubernetes drops it silently before 1.37, unless a feature gate is on.
   *
   * @default 1
   */
  readonly maxUnavailable?: PercentOrAbsolute;
}

/**
 * What happens to the pods of a set when their template changes.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies
 */
export class UpdateStrategy {
  /** Pods are replaced one after the other, from the highest ordinal to the lowest, each when the one before is ready. */
  public static rollingUpdate(options: RollingUpdateOptions = {}): UpdateStrategy {
    requireShape(
      'UpdateStrategy.rollingUpdate',
      options,
      struct({ partition: NUMBER, maxUnavailable: AMOUNT }),
    );
    return new UpdateStrategy('RollingUpdate', options.maxUnavailable, options.partition);
  }

  /**
   * Only this number or percentage of the pods are replaced, the highest ones; the others keep the old revision until
   * the strategy is changed. A percentage is rounded up, as a rung of `plan --canary` is.
   */
  public static canary(pods: PercentOrAbsolute, options: CanaryOptions = {}): UpdateStrategy {
    requireShape('UpdateStrategy.canary', { pods }, struct({ pods: required(AMOUNT) }));
    requireShape('UpdateStrategy.canary', options, struct({ maxUnavailable: AMOUNT }));
    return new UpdateStrategy('RollingUpdate', options.maxUnavailable, undefined, pods);
  }

  /** A pod is replaced when somebody deletes it. */
  public static onDelete(): UpdateStrategy {
    return new UpdateStrategy('OnDelete');
  }

  private constructor(
    private readonly type: string,
    private readonly maxUnavailable?: PercentOrAbsolute,
    private readonly partition?: number,
    private readonly canaryPods?: PercentOrAbsolute,
  ) {}

  /**
   * What is wrong with the strategy for a set of so many pods.
   *
   * @internal
   */
  public _refusals(replicas: number): (Refusal | undefined)[] {
    return [
      invalid('PARTITION_INVALID', 'partition', this.partition, countProblem),
      invalid('CANARY_INVALID', 'canary', this.canaryShare, (share) => canaryProblem(share, replicas)),
      invalid(
        'MAX_UNAVAILABLE_INVALID',
        'maxUnavailable',
        this.maxUnavailable?.value as IntOrPercent | undefined,
        leastOneProblem,
      ),
    ];
  }

  /**
   * What is wrong with the strategy for a set whose number of pods somebody else decides.
   *
   * @internal
   */
  public _refusalsOfUnknownSize(): (Refusal | undefined)[] {
    return [
      invalid(
        'CANARY_SIZE_UNKNOWN',
        'canary',
        this.canaryShare,
        () => 'must not be given where the manifest omits replicas',
      ),
    ];
  }

  /**
   * The strategy of a set of so many pods; verbatim, with nothing in it that was not asked for.
   *
   * @internal
   */
  public _toKube(replicas: number, verbatim: boolean): RenderedStrategy {
    const share = this.canaryShare;
    const asked = share === undefined ? this.partition : canaryPartition(share, replicas);
    const partition = asked ?? (verbatim || this.type !== 'RollingUpdate' ? undefined : 0);
    return partition === undefined && this.maxUnavailable === undefined
      ? { type: this.type }
      : {
          type: this.type,
          rollingUpdate: {
            partition,
            maxUnavailable: this.maxUnavailable && intOrString(this.maxUnavailable),
          },
        };
  }

  private get canaryShare(): CanaryShare | undefined {
    return this.canaryPods?.value as CanaryShare | undefined;
  }
}
