import { itemsAt } from './field-value';
import { textOf } from './json';
import { type ObjectView } from './views/object-view';
import { type ServiceView } from './views/service-view';
import { type SetView } from './views/set-view';

const SHOWN_NAMES = 3;

/** Objects that go together: what selects a set, or the sets that something selects. Many objects may share a group. */
export class ObjectGroup<View extends ObjectView> {
  private sorted?: readonly string[];

  public constructor(public readonly objects: readonly View[]) {}

  /** The first object; undefined where there is none. */
  public get first(): View | undefined {
    return this.objects.at(0);
  }

  /** The names in order, each once. */
  public get names(): readonly string[] {
    this.sorted ??= [...new Set(this.objects.map(({ name }) => name))].sort();
    return this.sorted;
  }

  /** The names in words, the first few of many: `a, b and 7 more`. */
  public get namesText(): string {
    const { names } = this;
    const shown = names.length > SHOWN_NAMES + 1 ? names.slice(0, SHOWN_NAMES) : names;
    const more = names.length - shown.length;
    const all = more === 0 ? shown : [...shown, `${more} more`];
    return all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} and ${all[all.length - 1]}`;
  }
}

/** Sets that something selects. */
export class SetGroup extends ObjectGroup<SetView> {
  private ports?: ReadonlySet<string>;

  /** The names of the ports that some pod has. */
  public get portNames(): ReadonlySet<string> {
    this.ports ??= new Set(this.objects.flatMap(portNamesOf));
    return this.ports;
  }
}

/** Services that select the same pods. */
export class ServiceGroup extends ObjectGroup<ServiceView> {
  private found?: { readonly headless?: ServiceView };

  /** The first one that is headless; undefined where none is. */
  public get headless(): ServiceView | undefined {
    this.found ??= { headless: this.objects.find(({ isHeadless }) => isHeadless) };
    return this.found.headless;
  }
}

function portNamesOf({ containers }: SetView): readonly string[] {
  return containers.flatMap((container) =>
    itemsAt(container, 'ports').flatMap(({ value }) => textOf(value, 'name') ?? []),
  );
}
