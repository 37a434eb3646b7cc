import { fieldOf, type JsonValue } from '../../manifests/json';
import { callOf, type Expression, literal, mappingOf, textMapping } from '../code/expression';
import { amountOf, enumMember } from '../code/values';
import { isSameMap, textMapOf } from '../fields';
import { type Target } from '../target/target';
import { type BesideCode, type ServedSet } from './beside-code';

/** The budget of a set; undefined where it is for other pods, or says what no budget of the library says. */
export function disruptionBudget(
  budget: Target,
  { target, set, selector }: ServedSet,
): BesideCode | undefined {
  const [metadata, spec] = [fieldOf(budget.short, 'metadata'), fieldOf(budget.short, 'spec')];
  const labels = textMapOf(fieldOf(spec, 'selector'), 'matchLabels');
  const allowed = allowedOf(spec, target);
  if (labels === undefined || !isSameMap(labels, selector) || allowed === undefined) {
    return undefined;
  }
  const [own, annotations] = [textMapOf(metadata, 'labels'), textMapOf(metadata, 'annotations')];
  const value = callOf(
    set,
    'addDisruptionBudget',
    mappingOf({
      allowed: allowed === ONE ? undefined : allowed,
      name: budget.name === target.name ? undefined : literal(budget.name),
      labels: own && textMapping(own),
      annotations: annotations && textMapping(annotations),
      unhealthyPodEvictionPolicy: enumMember(
        'UnhealthyPodEvictionPolicy',
        fieldOf(spec, 'unhealthyPodEvictionPolicy'),
      ),
    }),
  );
  return { value, id: 'DisruptionBudget', noun: 'budget' };
}

/** What a budget allows where nothing is said. */
const ONE = callOf('AllowedDisruptions', 'atMost', amountOf(1));

function allowedOf(spec: JsonValue | undefined, { short }: Target): Expression | undefined {
  const [least, most] = [fieldOf(spec, 'minAvailable'), fieldOf(spec, 'maxUnavailable')];
  if (most !== undefined) {
    const amount = amountOf(most);
    return most === 1 ? ONE : amount && callOf('AllowedDisruptions', 'atMost', amount);
  }
  const replicas = fieldOf(fieldOf(short, 'spec'), 'replicas') ?? 1;
  if (typeof replicas === 'number' && replicas >= 3 && least === Math.floor(replicas / 2) + 1) {
    return callOf('AllowedDisruptions', 'keepingQuorum');
  }
  const amount = amountOf(least);
  return amount && callOf('AllowedDisruptions', 'keeping', amount);
}
