import { type LabelSelectorTerms } from '../kubernetes/label-selector';
import { type Facts } from '../manifests/facts';
import { type FieldPath } from '../manifests/field-path';
import { objectText } from '../manifests/manifest';
import { NOT_APPLICABLE, type Verdict } from './rule';

/** What is wrong with a selector that misses every pod of its namespace, where the input makes pods there. */
export function missedPods(
  { podMakers }: Facts,
  namespace: string | undefined,
  selector: LabelSelectorTerms,
  path: FieldPath,
): Verdict {
  if (podMakers.in(namespace).length === 0) {
    return NOT_APPLICABLE;
  }
  const missed = podMakers.nearestMissed(namespace, selector);
  if (missed === undefined) {
    return [];
  }
  const { manifest, lacking } = missed;
  const reason = lacking.length === 0 ? '' : `: those of ${objectText(manifest)} lack ${lacking.join(', ')}`;
  return [{ path, problem: `selects no pods of the input${reason}` }];
}
