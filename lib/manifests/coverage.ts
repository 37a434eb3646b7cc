import { type LabelSelectorTerms, unmetRequirements } from '../kubernetes/label-selector';
import { type Facts, JudgedKind } from './facts';
import { valueAt } from './field-path';
import { groupedBy, joined } from './grouped';
import { textOf } from './json';
import { type Manifest } from './manifest';
import { serviceSelectorOf } from './service';
import { labelSelectorAt, podLabelsOf } from './stateful-set';

/** The sets of the input whose pods a Service selects; one without a selector selects none. */
export function setsSelectedBy(service: Manifest, facts: Facts): readonly Manifest[] {
  const matchLabels = serviceSelectorOf(service);
  return Object.keys(matchLabels).length === 0 ? [] : setsMatching(service.namespace, { matchLabels }, facts);
}

/** The Services of the input that select the pods of a set. */
export function servicesSelecting(set: Manifest, facts: Facts): readonly Manifest[] {
  return selecting(set, facts.derived(servicesBySelector));
}

/** The sets of the input whose pods a disruption budget covers. */
export function setsCoveredBy(budget: Manifest, facts: Facts): readonly Manifest[] {
  const selector = budgetSelectorOf(budget);
  return selector === undefined ? [] : setsMatching(budget.namespace, selector, facts);
}

/** The disruption budgets of the input that cover the pods of a set. */
export function budgetsCovering(set: Manifest, facts: Facts): readonly Manifest[] {
  return selecting(set, facts.derived(budgetsBySelector));
}

/** The autoscalers of the input that change the number of pods of a set. */
export function autoscalersOf(set: Manifest, facts: Facts): readonly Manifest[] {
  return facts.derived(autoscalersByTarget).get(placeKey(set.namespace, set.name ?? '')) ?? [];
}

/** Whether a Service selects the pods of a set; one without a selector selects none. */
export function selectsPodsOf(service: Manifest, set: Manifest): boolean {
  const matchLabels = serviceSelectorOf(service);
  return (
    Object.keys(matchLabels).length > 0 && unmetRequirements({ matchLabels }, podLabelsOf(set)).length === 0
  );
}

/** Sets of one namespace whose pods have the same labels: they are selected together or not at all. */
interface SetsOfLabels {
  readonly labels: Readonly<Record<string, string>>;
  readonly sets: readonly Manifest[];
}

/** Objects of one namespace with the same selector. */
interface ObjectsOfSelector {
  readonly selector: LabelSelectorTerms;
  readonly objects: readonly Manifest[];
}

function setsMatching(
  namespace: string | undefined,
  selector: LabelSelectorTerms,
  facts: Facts,
): readonly Manifest[] {
  const groups = facts.derived(setsByLabels);
  return facts.derived(keptSets).answer(placeKey(namespace, selector), () => {
    // The rarest label leaves the fewest to compare: many sets share the name of an application, few an instance.
    const candidates = labelChoicesOf(selector, namespace)
      .map((keys) => keys.flatMap((key) => groups.get(key) ?? []))
      .reduce(
        (fewest, one) => (one.length < fewest.length ? one : fewest),
        groups.get(labelKey(namespace)) ?? [],
      );
    return joined(
      candidates
        .filter(({ labels }) => unmetRequirements(selector, labels).length === 0)
        .map(({ sets }) => sets),
    );
  });
}

function setsByLabels(facts: Facts): ReadonlyMap<string, readonly SetsOfLabels[]> {
  const groups = groupedBy(facts.ofKind(JudgedKind.STATEFUL_SET), (set) =>
    placeKey(set.namespace, Object.entries(podLabelsOf(set)).sort()),
  );
  const keyed = [...groups.values()].flatMap((sets) => {
    const [{ namespace }] = sets;
    const labels = podLabelsOf(sets[0]);
    const keys = Object.entries(labels).map(([key, value]) => labelKey(namespace, key, value));
    return [labelKey(namespace), ...keys].map((key) => ({ key, labels, sets }));
  });
  return groupedBy(keyed, ({ key }) => key);
}

function selecting(set: Manifest, { groups, kept }: Selectors): readonly Manifest[] {
  const labels = podLabelsOf(set);
  return kept.answer(placeKey(set.namespace, Object.entries(labels).sort()), () => {
    const keys = Object.entries(labels).map(([key, value]) => labelKey(set.namespace, key, value));
    return joined(
      [labelKey(set.namespace), ...keys]
        .flatMap((key) => groups.get(key) ?? [])
        .filter(({ selector }) => unmetRequirements(selector, labels).length === 0)
        .map(({ objects }) => objects),
    );
  });
}

/** What selects pods, by a label that it asks for. */
interface Selectors {
  readonly groups: ReadonlyMap<string, readonly ObjectsOfSelector[]>;
  readonly kept: KeptAnswers;
}

function servicesBySelector(facts: Facts): Selectors {
  return bySelector(facts.ofKind(JudgedKind.SERVICE), (service) => {
    const matchLabels = serviceSelectorOf(service);
    return Object.keys(matchLabels).length === 0 ? undefined : { matchLabels };
  });
}

function budgetsBySelector(facts: Facts): Selectors {
  return bySelector(facts.ofKind(JudgedKind.BUDGET), budgetSelectorOf);
}

/** A budget without a selector covers no pods, one with an empty selector all. */
function budgetSelectorOf({ content }: Manifest): LabelSelectorTerms | undefined {
  return labelSelectorAt(content, ['spec', 'selector']);
}

/** Objects by a label that their selector asks for, so that a set asks for its own labels alone. */
function bySelector(
  objects: readonly Manifest[],
  selectorOf: (object: Manifest) => LabelSelectorTerms | undefined,
): Selectors {
  const groups = groupedBy(objects, (object) => {
    const selector = selectorOf(object);
    return selector && placeKey(object.namespace, [selector.matchLabels, selector.matchExpressions]);
  });
  const selectors = [...groups.values()].flatMap((group) => {
    const selector = selectorOf(group[0]);
    const { namespace } = group[0];
    return selector === undefined
      ? []
      : [{ selector, objects: group, namespace, choices: labelChoicesOf(selector, namespace) }];
  });
  // The rarest label again: Services of many instances share the name of the application.
  const uses = groupedBy(
    selectors.flatMap(({ choices }) => choices.flat()),
    (key) => key,
  );
  const usesOf = (keys: readonly string[]): number =>
    keys.reduce((sum, key) => sum + (uses.get(key)?.length ?? 0), 0);
  const keyed = selectors.flatMap(({ selector, objects: group, namespace, choices }) => {
    const keys =
      choices.length === 0
        ? [labelKey(namespace)]
        : choices.reduce((rarest, one) => (usesOf(one) < usesOf(rarest) ? one : rarest));
    return keys.map((key) => ({ key, selector, objects: group }));
  });
  return { groups: groupedBy(keyed, ({ key }) => key), kept: new KeptAnswers() };
}

/** For each requirement of a selector that names values: the labels of which a pod must have one. */
function labelChoicesOf(
  { matchLabels = {}, matchExpressions = [] }: LabelSelectorTerms,
  namespace: string | undefined,
): readonly (readonly string[])[] {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => [labelKey(namespace, key, value)]),
    ...matchExpressions
      .filter(({ operator }) => operator === 'In')
      .map(({ key, values = [] }) => [...new Set(values)].map((value) => labelKey(namespace, key, value))),
  ];
}

/** The last answers: many sets with the same labels, or budgets with the same selector, get the same list. */
class KeptAnswers {
  private readonly answers = new Map<string, readonly Manifest[]>();

  public answer(key: string, find: () => readonly Manifest[]): readonly Manifest[] {
    const answer = this.answers.get(key) ?? find();
    if (this.answers.size >= MAX_KEPT) {
      this.answers.clear();
    }
    this.answers.set(key, answer);
    return answer;
  }
}

/** Few are kept, so that memory does not grow with the number of objects. */
const MAX_KEPT = 100;

function keptSets(): KeptAnswers {
  return new KeptAnswers();
}

function autoscalersByTarget(facts: Facts): ReadonlyMap<string, readonly Manifest[]> {
  return groupedBy(facts.ofKind(JudgedKind.AUTOSCALER), ({ namespace, content }) => {
    const target = valueAt(content, ['spec', 'scaleTargetRef']);
    const name = textOf(target, 'name');
    const isSet =
      textOf(target, 'kind') === 'StatefulSet' && (textOf(target, 'apiVersion') ?? '').startsWith('apps/');
    return isSet && name !== undefined ? placeKey(namespace, name) : undefined;
  });
}

function placeKey(namespace: string | undefined, rest: unknown): string {
  return JSON.stringify([namespace ?? '', rest]);
}

function labelKey(namespace: string | undefined, ...pair: readonly string[]): string {
  return placeKey(namespace, pair);
}
