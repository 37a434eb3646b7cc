import { valueAt } from '../field-path';
import { fieldOf, textOf } from '../json';
import { type ScaleTarget, scaleTargetAt } from '../scale-target';
import { AutoscalerView, type UtilizationMetric } from './autoscaler-view';

/** What KEDA makes of a ScaledObject that does not say it. */
const DEFAULTS = { minReplicaCount: 0, maxReplicaCount: 100 };
const DEFAULT_TARGET = { apiVersion: 'apps/v1', kind: 'Deployment' };

/**
 * A ScaledObject of KEDA: it scales what it names, as an autoscaler does.
 *
 * @see https://keda.sh/docs/latest/reference/scaledobject-spec/
 */
export class ScaledObjectView extends AutoscalerView {
  public override get target(): ScaleTarget | undefined {
    return scaleTargetAt(this, ['spec', 'scaleTargetRef'], DEFAULT_TARGET);
  }

  public override get minReplicas(): number | undefined {
    return this.countOf('minReplicaCount');
  }

  public override get maxReplicas(): number | undefined {
    return this.countOf('maxReplicaCount');
  }

  public override get utilizationMetrics(): readonly UtilizationMetric[] {
    return this.writtenObjects(['spec', 'triggers']).flatMap(
      ({ path, value }): readonly UtilizationMetric[] => {
        const type = textOf(value, 'type');
        const container = textOf(fieldOf(value, 'metadata'), 'containerName');
        return (type === 'cpu' || type === 'memory') && textOf(value, 'metricType') !== 'AverageValue'
          ? [{ path, resource: type, container }]
          : [];
      },
    );
  }

  private countOf(field: keyof typeof DEFAULTS): number | undefined {
    const count = valueAt(this.spec, [field]) ?? DEFAULTS[field];
    return typeof count === 'number' ? count : undefined;
  }
}
