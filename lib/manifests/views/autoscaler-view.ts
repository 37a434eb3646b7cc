import { AUTOSCALER_DEFAULTS } from '../defaults/kind-defaults';
import { fieldOf, type JsonValue, textOf } from '../json';
import { ObjectView } from './object-view';

/** A HorizontalPodAutoscaler. */
export class AutoscalerView extends ObjectView {
  /** The name of the StatefulSet that it scales; undefined where it scales something else. */
  public get setName(): string | undefined {
    const { target } = this;
    const isSet =
      textOf(target, 'kind') === 'StatefulSet' && (textOf(target, 'apiVersion') ?? '').startsWith('apps/');
    return isSet ? textOf(target, 'name') : undefined;
  }

  /** The fewest pods; undefined where what is written is no number. */
  public get minReplicas(): number | undefined {
    return numberIn(fieldOf(this.spec, 'minReplicas') ?? AUTOSCALER_DEFAULTS.minReplicas);
  }

  /** The most pods; undefined where nothing is written, or no number. */
  public get maxReplicas(): number | undefined {
    return numberIn(fieldOf(this.spec, 'maxReplicas'));
  }

  private get target(): JsonValue | undefined {
    return fieldOf(this.spec, 'scaleTargetRef');
  }
}

function numberIn(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
