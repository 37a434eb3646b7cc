import { selectsPodsOf } from './coverage';
import { groupedBy } from './grouped';
import { type ServiceView } from './views/service-view';
import { type SetView } from './views/set-view';

/** Which sets name which Services as their governing ones. */
export class GoverningServices {
  private readonly sharing: ReadonlyMap<string, readonly SetsOfSelector[]>;
  private readonly strays: ReadonlyMap<string, readonly ServiceView[]>;
  private readonly named: ReadonlySet<string>;

  public constructor(sets: readonly SetView[], services: readonly ServiceView[]) {
    this.sharing = setsByService(sets);
    this.named = new Set(sets.map(({ namespace, serviceName }) => serviceKey(namespace, serviceName)));
    this.strays = straysByName(services, this.named);
  }

  /** Whether a set names the Service of this namespace and name. */
  public isNamed(namespace: string | undefined, name: string): boolean {
    return this.named.has(serviceKey(namespace, name));
  }

  /** The first set of another name and selector that names the governing Service of a set; undefined where none does. */
  public otherSetOf(set: SetView): SetView | undefined {
    const own = selectorText(set);
    return this.sharing
      .get(serviceKey(set.namespace, set.serviceName))
      ?.filter(({ selector }) => selector !== own)
      .flatMap(({ sets }) => sets.find(({ manifest }) => manifest.name !== set.manifest.name) ?? [])
      .at(0);
  }

  /** A Service of the name that a set asks for, which selects its pods, but is of another namespace and serves no set there. */
  public strayOf(set: SetView): ServiceView | undefined {
    return this.strays.get(set.serviceName ?? '')?.find((service) => selectsPodsOf(service, set));
  }
}

/** Sets with the same selector: one, or two of different names. */
interface SetsOfSelector {
  readonly selector: string;
  readonly sets: readonly SetView[];
}

/** Sets with the same selector, by their namespace and governing Service. */
function setsByService(all: readonly SetView[]): ReadonlyMap<string, readonly SetsOfSelector[]> {
  const groups = groupedBy(all, (set) => JSON.stringify([set.namespace, set.serviceName, selectorText(set)]));
  const keyed = [...groups.values()].map((sets) => ({
    key: serviceKey(sets[0].namespace, sets[0].serviceName),
    selector: selectorText(sets[0]),
    sets: firstOfEachName(sets).slice(0, 2),
  }));
  const byService = groupedBy(keyed, ({ key }) => key);
  return new Map([...byService].map(([key, sharing]) => [key, fewInPlaceOf(sharing)] as const));
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

function firstOfEachName(sets: readonly SetView[]): readonly SetView[] {
  return [...groupedBy(sets, ({ name }) => name).values()].map(([first]) => first);
}

function selectorText({ selector }: SetView): string {
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  return JSON.stringify([Object.entries(matchLabels).sort(), matchExpressions]);
}

/** Services of a namespace that no set of it names as its governing Service, the first one of each selector. */
function straysByName(
  services: readonly ServiceView[],
  governed: ReadonlySet<string>,
): ReadonlyMap<string, readonly ServiceView[]> {
  const strays = services.filter(
    ({ namespace, manifest }) =>
      namespace !== undefined && !governed.has(serviceKey(namespace, manifest.name)),
  );
  const groups = groupedBy(strays, ({ manifest, selector }) => JSON.stringify([manifest.name, selector]));
  return groupedBy(
    [...groups.values()].map(([first]) => first),
    ({ manifest }) => manifest.name,
  );
}

function serviceKey(namespace: string | undefined, name: string | undefined): string {
  return JSON.stringify([namespace, name]);
}
