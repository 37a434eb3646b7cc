import { type LabelSelectorTerms } from '../../kubernetes/label-selector';
import { type Located } from '../field-value';
import { labelSelectorAt } from '../selector';
import { ObjectView } from './object-view';

/** A PodDisruptionBudget. */
export class BudgetView extends ObjectView {
  /** The pods that it covers: without a selector none, with an empty one all of its namespace. */
  public get selector(): LabelSelectorTerms | undefined {
    return labelSelectorAt(this.manifest.content, ['spec', 'selector']);
  }

  /** What is written for the pods that stay. */
  public get minAvailable(): Located | undefined {
    return this.written(['spec', 'minAvailable']);
  }

  /** What is written for the pods that may go. */
  public get maxUnavailable(): Located | undefined {
    return this.written(['spec', 'maxUnavailable']);
  }
}
