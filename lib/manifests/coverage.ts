import { type LabelSelectorTerms, unmetRequirements } from '../kubernetes/label-selector';
import { groupedBy, joined } from './grouped';
import { ObjectGroup, ServiceGroup, SetGroup } from './object-group';
import { RecentAnswers } from './recent-answers';
import { type AutoscalerView } from './views/autoscaler-view';
import { type BudgetView } from './views/budget-view';
import { type ObjectView } from './views/object-view';
import { type ServiceView } from './views/service-view';
import { type SetView } from './views/set-view';
import { type VerticalAutoscalerView } from './views/vertical-autoscaler-view';

/** The objects that select each other. */
export interface Covering {
  readonly sets: readonly SetView[];
  readonly services: readonly ServiceView[];
  readonly budgets: readonly BudgetView[];
  readonly autoscalers: readonly AutoscalerView[];
  readonly verticalAutoscalers: readonly VerticalAutoscalerView[];
}

/**
 * Which objects of the input select which, by labels and by names. What is asked for is looked up in indexes by label,
 * so that judging one of many objects takes no more time than one of few.
 */
export class Coverage {
  private readonly sets: SetsByLabel;
  private readonly services: BySelector<ServiceView, ServiceGroup>;
  private readonly budgets: BySelector<BudgetView, ObjectGroup<BudgetView>>;
  private readonly autoscalers: ReadonlyMap<string, readonly AutoscalerView[]>;
  private readonly verticalAutoscalers: ReadonlyMap<string, readonly VerticalAutoscalerView[]>;

  public constructor({ sets, services, budgets, autoscalers, verticalAutoscalers }: Covering) {
    this.sets = new SetsByLabel(sets);
    this.services = new BySelector(services, selectorOfService, (found) => new ServiceGroup(found));
    this.budgets = new BySelector(
      budgets,
      ({ selector }) => selector,
      (found) => new ObjectGroup(found),
    );
    this.autoscalers = groupedBy(autoscalers, scaledKey);
    this.verticalAutoscalers = groupedBy(verticalAutoscalers, scaledKey);
  }

  /** The sets whose pods a Service selects; one without a selector selects none. */
  public setsSelectedBy(service: ServiceView): SetGroup {
    return this.sets.matching(service.namespace, selectorOfService(service));
  }

  /** The Services that select the pods of a set. */
  public servicesSelecting(set: SetView): ServiceGroup {
    return this.services.selecting(set);
  }

  /** The sets whose pods a disruption budget covers. */
  public setsCoveredBy({ namespace, selector }: BudgetView): SetGroup {
    return this.sets.matching(namespace, selector);
  }

  /** The disruption budgets that cover the pods of a set. */
  public budgetsCovering(set: SetView): ObjectGroup<BudgetView> {
    return this.budgets.selecting(set);
  }

  /** The autoscalers that change the number of pods of a set. */
  public autoscalersOf({ namespace, name }: SetView): ObjectGroup<AutoscalerView> {
    return new ObjectGroup(this.autoscalers.get(placeKey(namespace, name)) ?? []);
  }

  /** The vertical autoscalers of the pods of a set. */
  public verticalAutoscalersOf({ namespace, name }: SetView): readonly VerticalAutoscalerView[] {
    return this.verticalAutoscalers.get(placeKey(namespace, name)) ?? [];
  }
}

/** Whether a Service selects the pods of a set of its namespace; one without a selector selects none. */
export function selectsPodsOf(service: ServiceView, set: SetView): boolean {
  const selector = selectorOfService(service);
  return selector !== undefined && unmetRequirements(selector, set.podLabels).length === 0;
}

function selectorOfService({ selector, selectsPods }: ServiceView): LabelSelectorTerms | undefined {
  return selectsPods ? { matchLabels: selector } : undefined;
}

/** Sets of one namespace whose pods have the same labels: they are selected together or not at all. */
interface SetsOfLabels {
  readonly labels: Readonly<Record<string, string>>;
  readonly sets: readonly SetView[];
}

/** Sets by each label of their pods. */
class SetsByLabel {
  private readonly groups: ReadonlyMap<string, readonly SetsOfLabels[]>;
  private readonly answers = new RecentAnswers<SetGroup>();

  public constructor(all: readonly SetView[]) {
    const groups = groupedBy(all, (set) => placeKey(set.namespace, Object.entries(set.podLabels).sort()));
    const keyed = [...groups.values()].flatMap((sets) => {
      const [{ namespace, podLabels: labels }] = sets;
      const keys = Object.entries(labels).map(([key, value]) => labelKey(namespace, key, value));
      return [labelKey(namespace), ...keys].map((key) => ({ key, labels, sets }));
    });
    this.groups = groupedBy(keyed, ({ key }) => key);
  }

  /** The sets of a namespace that a selector selects; none without a selector. */
  public matching(namespace: string | undefined, selector: LabelSelectorTerms | undefined): SetGroup {
    if (selector === undefined) {
      return NO_SETS;
    }
    return this.answers.to(placeKey(namespace, selector), () => {
      // The rarest label leaves the fewest to compare: many sets share the name of an application, few an instance.
      const candidates = labelChoicesOf(selector, namespace)
        .map((keys) => keys.flatMap((key) => this.groups.get(key) ?? []))
        .reduce(
          (fewest, one) => (one.length < fewest.length ? one : fewest),
          this.groups.get(labelKey(namespace)) ?? [],
        );
      const found = candidates.filter(({ labels }) => unmetRequirements(selector, labels).length === 0);
      return new SetGroup(joined(found.map(({ sets }) => sets)));
    });
  }
}

const NO_SETS = new SetGroup([]);

/** Objects of one namespace with the same selector. */
interface ObjectsOfSelector<View> {
  readonly selector: LabelSelectorTerms;
  readonly objects: readonly View[];
}

/** Objects by a label that their selector asks for, so that a set asks for its own labels alone. */
class BySelector<View extends ObjectView, Group extends ObjectGroup<View>> {
  private readonly groups: ReadonlyMap<string, readonly ObjectsOfSelector<View>[]>;
  private readonly answers = new RecentAnswers<Group>();

  public constructor(
    all: readonly View[],
    selectorOf: (object: View) => LabelSelectorTerms | undefined,
    private readonly groupOf: (objects: readonly View[]) => Group,
  ) {
    const groups = groupedBy(all, (object) => {
      const selector = selectorOf(object);
      return selector && placeKey(object.namespace, [selector.matchLabels, selector.matchExpressions]);
    });
    const selectors = [...groups.values()].flatMap((objects) => {
      const selector = selectorOf(objects[0]);
      const { namespace } = objects[0];
      return selector === undefined
        ? []
        : [{ selector, objects, namespace, choices: labelChoicesOf(selector, namespace) }];
    });
    // The rarest label again: Services of many instances share the name of the application.
    const uses = groupedBy(
      selectors.flatMap(({ choices }) => choices.flat()),
      (key) => key,
    );
    const usesOf = (keys: readonly string[]): number =>
      keys.reduce((sum, key) => sum + (uses.get(key)?.length ?? 0), 0);
    const keyed = selectors.flatMap(({ selector, objects, namespace, choices }) => {
      const keys =
        choices.length === 0
          ? [labelKey(namespace)]
          : choices.reduce((rarest, one) => (usesOf(one) < usesOf(rarest) ? one : rarest));
      return keys.map((key) => ({ key, selector, objects }));
    });
    this.groups = groupedBy(keyed, ({ key }) => key);
  }

  /** The objects that select the pods of a set. */
  public selecting({ namespace, podLabels: labels }: SetView): Group {
    return this.answers.to(placeKey(namespace, Object.entries(labels).sort()), () => {
      const keys = Object.entries(labels).map(([key, value]) => labelKey(namespace, key, value));
      const found = [labelKey(namespace), ...keys]
        .flatMap((key) => this.groups.get(key) ?? [])
        .filter(({ selector }) => unmetRequirements(selector, labels).length === 0);
      return this.groupOf(joined(found.map(({ objects }) => objects)));
    });
  }
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

function scaledKey({ namespace, setName }: AutoscalerView | VerticalAutoscalerView): string | undefined {
  return setName === undefined ? undefined : placeKey(namespace, setName);
}

function placeKey(namespace: string | undefined, rest: unknown): string {
  return JSON.stringify([namespace ?? '', rest]);
}

function labelKey(namespace: string | undefined, ...pair: readonly string[]): string {
  return placeKey(namespace, pair);
}
