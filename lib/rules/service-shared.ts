import { REFUSALS } from '../errors/refusals';
import { type Facts, JudgedKind } from '../facts/facts';
import { groupedBy } from '../facts/grouped';
import { type Manifest } from '../facts/manifest';
import { labelSelectorAt, serviceNameOf } from '../facts/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from './rule';

export const serviceShared: Rule = {
  code: 'SERVICE_SHARED',
  severity: Severity.WARNING,
  title: REFUSALS.SERVICE_SHARED.rule,
  why: 'the name of the Service then stands for the pods of all sets that it selects: clients reach those of another one',
  fix: 'give each set a headless Service of its own',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const serviceName = serviceNameOf(set);
    if (serviceName === undefined) {
      return NOT_APPLICABLE;
    }
    const groups =
      facts.derived(setsByServiceAndSelector).get(JSON.stringify([set.namespace, serviceName.value])) ?? [];
    const other = groups
      .filter(({ selector }) => selector !== selectorText(set))
      .flatMap(({ sets }) => sets.find(({ name }) => name !== set.name) ?? [])
      .at(0);
    return other === undefined
      ? []
      : [{ ...serviceName, problem: `is the governing Service of ${other.name ?? 'another set'} too` }];
  },
};

/** Sets with the same selector, by their namespace and governing Service. */
function setsByServiceAndSelector(facts: Facts) {
  const groups = groupedBy(facts.ofKind(JudgedKind.STATEFUL_SET), (set) =>
    JSON.stringify([set.namespace, serviceNameOf(set)?.value, selectorText(set)]),
  );
  const keyed = [...groups.values()].map((sets) => ({
    key: JSON.stringify([sets[0].namespace, serviceNameOf(sets[0])?.value]),
    selector: selectorText(sets[0]),
    sets,
  }));
  return groupedBy(keyed, ({ key }) => key);
}

function selectorText({ content }: Manifest): string {
  const { matchLabels = {}, matchExpressions = [] } = labelSelectorAt(content, ['spec', 'selector']) ?? {};
  return JSON.stringify([Object.entries(matchLabels).sort(), matchExpressions]);
}
