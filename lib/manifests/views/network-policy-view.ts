import { type LabelSelectorTerms } from '../../kubernetes/label-selector';
import { labelSelectorAt } from '../selector';
import { ObjectView } from './object-view';

/** A NetworkPolicy. */
export class NetworkPolicyView extends ObjectView {
  /** The pods that it is for: all of its namespace where the selector is empty or absent. */
  public get selector(): LabelSelectorTerms {
    return labelSelectorAt(this.manifest.content, ['spec', 'podSelector']) ?? {};
  }
}
