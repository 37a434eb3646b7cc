import { AUTOSCALER_DEFAULTS } from '../defaults/kind-defaults';
import { type FieldPath } from '../field-path';
import { fieldOf, type JsonValue, textOf } from '../json';
import { type ScaleTarget, scaleTargetAt, targetedSetName } from '../scale-target';
import { ObjectView } from './object-view';

/** A metric that an autoscaler compares with what the containers of a pod request. */
export interface UtilizationMetric {
  readonly path: FieldPath;
  /** `cpu`, `memory`, or another resource. */
  readonly resource: string;
  /** The one container that counts; undefined where all do. */
  readonly container?: string;
}

/** A HorizontalPodAutoscaler. */
export class AutoscalerView extends ObjectView {
  /** What it scales; undefined where it names nothing. */
  public get target(): ScaleTarget | undefined {
    return scaleTargetAt(this, ['spec', 'scaleTargetRef']);
  }

  /** The name of the StatefulSet that it scales; undefined where it scales something else. */
  public get setName(): string | undefined {
    return targetedSetName(this.target);
  }

  /** The fewest pods; undefined where what is written is no number. */
  public get minReplicas(): number | undefined {
    return numberIn(fieldOf(this.spec, 'minReplicas') ?? AUTOSCALER_DEFAULTS.minReplicas);
  }

  /** The most pods; undefined where nothing is written, or no number. */
  public get maxReplicas(): number | undefined {
    return numberIn(fieldOf(this.spec, 'maxReplicas'));
  }

  /** The metrics that are shares of what containers request. */
  public get utilizationMetrics(): readonly UtilizationMetric[] {
    if (this.manifest.apiVersion === 'autoscaling/v1') {
      return [{ path: ['spec', 'targetCPUUtilizationPercentage'], resource: 'cpu' }];
    }
    if (fieldOf(this.spec, 'metrics') === undefined) {
      // The default is a share of the CPU.
      return [{ path: ['spec', 'metrics'], resource: 'cpu' }];
    }
    return this.writtenObjects(['spec', 'metrics']).flatMap(
      ({ path, value }): readonly UtilizationMetric[] => {
        const source = fieldOf(value, 'resource') ?? fieldOf(value, 'containerResource');
        const resource = textOf(source, 'name');
        return resource !== undefined && textOf(fieldOf(source, 'target'), 'type') === 'Utilization'
          ? [{ path, resource, container: textOf(source, 'container') }]
          : [];
      },
    );
  }
}

function numberIn(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
