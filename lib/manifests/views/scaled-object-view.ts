import { valueAt } from '../field-path';
import { fieldOf, textOf } from '../json';
import { type Manifest } from '../manifest';
import { AutoscalerView } from './autoscaler-view';

/** What KEDA makes of a ScaledObject that does not say it. */
const DEFAULTS = { minReplicaCount: 0, maxReplicaCount: 100 };

/** Whether an object is a ScaledObject of KEDA, which makes an autoscaler of it. */
export function isScaledObject({ apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>): boolean {
  return kind === 'ScaledObject' && apiVersion.startsWith('keda.sh/');
}

/**
 * A ScaledObject of KEDA: it scales what it names, as an autoscaler does.
 *
 * @see https://keda.sh/docs/latest/reference/scaledobject-spec/
 */
export class ScaledObjectView extends AutoscalerView {
  public override get setName(): string | undefined {
    const target = fieldOf(this.spec, 'scaleTargetRef');
    const apiVersion = textOf(target, 'apiVersion') ?? 'apps/v1';
    const isSet = textOf(target, 'kind') === 'StatefulSet' && apiVersion.startsWith('apps/');
    return isSet ? textOf(target, 'name') : undefined;
  }

  public override get minReplicas(): number | undefined {
    return this.countOf('minReplicaCount');
  }

  public override get maxReplicas(): number | undefined {
    return this.countOf('maxReplicaCount');
  }

  private countOf(field: keyof typeof DEFAULTS): number | undefined {
    const count = valueAt(this.spec, [field]) ?? DEFAULTS[field];
    return typeof count === 'number' ? count : undefined;
  }
}
