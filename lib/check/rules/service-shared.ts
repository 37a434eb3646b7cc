import { REFUSALS } from '../../errors/refusals';
import { type Facts, JudgedKind } from '../../manifests/facts';
import { groupedBy } from '../../manifests/grouped';
import { type Manifest } from '../../manifests/manifest';
import { labelSelectorAt, serviceNameOf } from '../../manifests/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceShared: Rule = {
  code: 'SERVICE_SHARED',
  severity: Severity.WARNING,
  title: REFUSALS.SERVICE_SHARED.rule,
  why: 'the name of the Service then resolves to the pods of every set that it selects, and clients reach the wrong set',
  fix: 'give each set a headless Service of its own',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const serviceName = serviceNameOf(set);
    if (serviceName === undefined) {
      return NOT_APPLICABLE;
    }
    const groups =
      facts.derived(setsByServiceAndSelector).get(JSON.stringify([set.namespace, serviceName.value])) ?? [];
    const own = selectorText(set);
    const other = groups
      .filter(({ selector }) => selector !== own)
      .flatMap(({ sets }) => sets.find(({ name }) => name !== set.name) ?? [])
      .at(0);
    return other === undefined
      ? []
      : [{ ...serviceName, problem: `is also the governing Service of ${other.name ?? 'another set'}` }];
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
    sets: firstOfEachName(sets).slice(0, 2),
  }));
  const byService = groupedBy(keyed, ({ key }) => key);
  return new Map([...byService].map(([key, sharing]) => [key, fewInPlaceOf(sharing)] as const));
}

/** Sets with the same selector: one, or two of different names. */
interface SetsOfSelector {
  readonly selector: string;
  readonly sets: readonly Manifest[];
}

/**
 * Those among which each set finds the first one of another selector and name, however many share the Service: two
 * selectors with sets of two names, of which one is another selector, and two names of sets that are alone under a
 * selector, of which one is another name.
 */
function fewInPlaceOf(groups: readonly SetsOfSelector[]): readonly SetsOfSelector[] {
  const lone = groups.filter(({ sets }) => sets.length === 1);
  const loneNames = new Set(firstOfEachName(lone.flatMap(({ sets }) => sets)).slice(0, 2));
  const mixed = new Set(groups.filter(({ sets }) => sets.length > 1).slice(0, 2));
  return groups.filter((group) => mixed.has(group) || loneNames.has(group.sets[0]));
}

function firstOfEachName(sets: readonly Manifest[]): readonly Manifest[] {
  return [...groupedBy(sets, ({ name = '' }) => name).values()].map(([first]) => first);
}

function selectorText({ content }: Manifest): string {
  const { matchLabels = {}, matchExpressions = [] } = labelSelectorAt(content, ['spec', 'selector']) ?? {};
  return JSON.stringify([Object.entries(matchLabels).sort(), matchExpressions]);
}
