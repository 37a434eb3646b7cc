import { groupOf } from '../kubernetes/api-group';
import { textOf, fieldOf } from '../manifests/json';
import { configMap } from './beside/config-map';
import { autoscaler, isAutoscalerOf } from './beside/autoscaler';
import { type BesideCode, type ServedSet } from './beside/beside-code';
import { disruptionBudget } from './beside/disruption-budget';
import { peerNetworkPolicy } from './beside/peer-network-policy';
import { plainObject } from './beside/plain-object';
import {
  exposedService,
  headlessOptions,
  isHeadlessService,
  podServices,
  serviceSelectorOf,
} from './beside/service';
import { camelCase } from './code/constant-names';
import {
  CHART,
  type Expression,
  literal,
  mappingOf,
  memberOf,
  newOf,
  useOf,
  Variable,
} from './code/expression';
import { type Statement } from './code/program';
import { isSameMap } from './fields';
import { ConstructIds, References } from './references';
import { setCode } from './set/set-code';
import { selectorOf, type GoverningProps } from './set/set-props';
import { keyOf, type Target } from './target/target';

/** Statements that make one object of the input, and what stands beside it in the code. */
export interface Section {
  /** The object whose code this is; where it fails, the object becomes plain data. */
  readonly target?: Target;
  readonly statements: readonly Statement[];
}

/** The code of a chart before its patches. */
export interface ChartCode {
  readonly namespace?: string;
  readonly sections: readonly Section[];
  /** What a patch of each object is put on. */
  readonly patched: ReadonlyMap<Target, Expression>;
  /** The object that each construct below the chart makes, by its path. */
  readonly byPath: ReadonlyMap<string, Target>;
}

/**
 * How an object that the types cannot make is written: as plain data without its defaults, as plain data as it was, or,
 * where cdk8s makes no object of it at all, not.
 */
export type PlainForm = 'short' | 'wanted' | 'none';

/** Writes the code of all objects; those that are named are plain data. */
export function chartCode(targets: readonly Target[], plain: ReadonlyMap<Target, PlainForm>): ChartCode {
  return new ChartCoder(targets, plain).code();
}

/** What stands beside a set by its kind; other kinds, and objects that are not of this set, have no types. */
const BESIDE: Readonly<Partial<Record<string, (target: Target, set: ServedSet) => BesideCode | undefined>>> =
  {
    Service: exposedService,
    PodDisruptionBudget: disruptionBudget,
    HorizontalPodAutoscaler: autoscaler,
    NetworkPolicy: peerNetworkPolicy,
  };

class ChartCoder {
  private readonly ids = new ConstructIds();
  private readonly references = new References(this.ids);
  private readonly patched = new Map<Target, Expression>();
  private readonly byPath = new Map<string, Target>();
  private readonly made = new Set<Target>();
  private readonly namespace?: string;
  private readonly byKey: ReadonlyMap<string, Target>;

  constructor(
    private readonly targets: readonly Target[],
    private readonly plain: ReadonlyMap<Target, PlainForm>,
  ) {
    this.namespace = commonNamespace(targets);
    this.byKey = new Map(targets.map((target) => [keyOf(target.manifest), target]));
  }

  public code(): ChartCode {
    const sets = this.targets.filter(
      ({ kind, wanted }) => kind === 'StatefulSet' && groupOf(textOf(wanted, 'apiVersion') ?? '') === 'apps',
    );
    sets.forEach(({ name }) => this.ids.take(name));
    const typedSets = sets.filter((set) => !this.plain.has(set));
    const configMaps = this.targets
      .filter((target) => target.kind === 'ConfigMap' && !this.plain.has(target))
      .map((target) => this.configMapSection(target));
    const ofSets = typedSets.flatMap((set) => this.setSections(set, typedSets));
    const others = this.targets
      .filter((target) => !this.made.has(target) && this.plain.get(target) !== 'none')
      .map((target) => this.plainSection(target));
    return {
      namespace: this.namespace,
      sections: [...configMaps, { statements: this.references.statements() }, ...ofSets, ...others],
      patched: this.patched,
      byPath: this.byPath,
    };
  }

  private configMapSection(target: Target): Section {
    const variable = new Variable(camelCase(target.name), camelCase(target.name, 'config'));
    this.references.add('ConfigMap', target.namespace, target.name, variable);
    const id = this.ids.take(target.name);
    this.make(target, useOf(variable), id);
    return { target, statements: [statement(configMap(target, id, this.namespace), variable)] };
  }

  private plainSection(target: Target): Section {
    const variable = new Variable(camelCase(target.name, target.kind));
    const object = this.plain.get(target) === 'wanted' ? target.wanted : target.short;
    const wish = target.kind === 'StatefulSet' ? target.name : `${target.name}-${target.kind.toLowerCase()}`;
    const id = this.ids.take(wish);
    this.make(target, useOf(variable), id);
    return {
      target,
      statements: [statement(plainObject(object, id, this.namespace), variable)],
    };
  }

  private setSections(target: Target, sets: readonly Target[]): readonly Section[] {
    const { governing, sections, isOwn, service } = this.governingOf(target, sets);
    const id = this.setId(target, sets);
    const code = setCode(target, id, {
      governing,
      namespace: target.namespace === this.namespace ? undefined : target.namespace,
      isAutoscaled: this.targets.some((other) => isAutoscalerOf(other, target) && !this.plain.has(other)),
      refer: (kind, name) => this.references.to(kind, target.namespace, name),
    });
    const set = useOf(code.variable);
    this.make(target, set, id);
    if (isOwn && service !== undefined) {
      this.make(service, memberOf(set, 'service'), `${id}/Service`);
    }
    const served: ServedSet = { target, id, set, selector: selectorOf(target.short) };
    const ofPods = this.podServicesSection(served);
    const beside = this.targets
      .filter(
        (other) => !this.made.has(other) && !this.plain.has(other) && other.namespace === target.namespace,
      )
      .flatMap((other) => this.besideSection(other, served) ?? []);
    return [
      ...sections,
      ...code.sections.map((statements): Section => ({ target, statements })),
      ...ofPods,
      ...beside,
    ];
  }

  private podServicesSection(served: ServedSet): readonly Section[] {
    const services = this.targets.filter(
      (target) =>
        target.kind === 'Service' &&
        target.namespace === served.target.namespace &&
        !this.made.has(target) &&
        !this.plain.has(target),
    );
    const made = services.length < 2 ? undefined : podServices(services, served);
    if (made === undefined) {
      return [];
    }
    const variable = new Variable('podServices');
    made.services.forEach((service, index) => {
      const of = useOf(variable);
      this.make(service, { kind: 'element', of, index }, `${served.id}/PodService-${service.name}`);
    });
    return [{ target: made.services[0], statements: [statement(made.value, variable)] }];
  }

  /** The id that the set is known by; it is the name of the set where no other set has that. */
  private setId(target: Target, sets: readonly Target[]): string {
    const [first] = sets.filter(({ name }) => name === target.name);
    return first === target ? target.name : this.ids.take(target.name);
  }

  private besideSection(other: Target, served: ServedSet): Section | undefined {
    const made = BESIDE[other.kind]?.(other, served);
    if (made === undefined) {
      return undefined;
    }
    const { value, id, noun } = made;
    const variable = new Variable(camelCase(other.name, noun));
    this.make(other, useOf(variable), `${served.id}/${id}`);
    return { target: other, statements: [statement(value, variable)] };
  }

  private governingOf(
    set: Target,
    sets: readonly Target[],
  ): {
    readonly governing: Partial<GoverningProps>;
    readonly sections: readonly Section[];
    readonly isOwn: boolean;
    readonly service?: Target;
  } {
    const name = textOf(fieldOf(set.short, 'spec'), 'serviceName') ?? set.name;
    const service = this.byKey.get(
      keyOf({ apiVersion: 'v1', kind: 'Service', namespace: set.manifest.namespace, name }),
    );
    if (service === undefined || this.plain.has(service) || !governs(service, set)) {
      return { governing: { existingServiceName: literal(name) }, sections: [], isOwn: false };
    }
    const governed = sets.filter(
      (other) =>
        other.namespace === set.namespace &&
        textOf(fieldOf(other.short, 'spec'), 'serviceName') === name &&
        governs(service, other),
    );
    const options = headlessOptions(service, governed);
    if (governed.length === 1) {
      const serviceName = name === `${set.name}-headless` ? undefined : literal(name);
      return { governing: { serviceName, headlessService: options }, sections: [], isOwn: true, service };
    }
    return { ...this.sharedService(service, options), isOwn: false };
  }

  private readonly shared = new Map<Target, Variable>();

  private sharedService(
    service: Target,
    options: ReturnType<typeof headlessOptions>,
  ): { readonly governing: Partial<GoverningProps>; readonly sections: readonly Section[] } {
    const known = this.shared.get(service);
    if (known !== undefined) {
      return { governing: { service: useOf(known) }, sections: [] };
    }
    const variable = new Variable(camelCase(service.name), camelCase(service.name, 'service'));
    this.shared.set(service, variable);
    const id = this.ids.take(`${service.name}-service`);
    this.make(service, useOf(variable), id);
    const named = mappingOf({
      name: literal(service.name),
      namespace: service.namespace === this.namespace ? undefined : literal(service.namespace ?? ''),
      ...Object.fromEntries((options?.entries ?? []).map(({ key, value }) => [key, value])),
    });
    return {
      governing: { service: useOf(variable) },
      sections: [
        {
          target: service,
          statements: [statement(newOf('HeadlessService', CHART, literal(id), named), variable)],
        },
      ],
    };
  }

  private make(target: Target, patched: Expression, path: string): void {
    this.made.add(target);
    this.byPath.set(path, target);
    this.patched.set(target, patched);
  }
}

function statement(value: Expression, variable?: Variable): Statement {
  return { variable, value, comment: [] };
}

/** Whether a Service selects the pods of a set by the very labels by which the set does. */
function governs(service: Target, set: Target): boolean {
  return (
    isHeadlessService(service.short) && isSameMap(serviceSelectorOf(service.short), selectorOf(set.short))
  );
}

/** The namespace that all objects name; undefined where one names none or another one. */
function commonNamespace(targets: readonly Target[]): string | undefined {
  const namespaces = new Set(targets.map(({ wanted }) => textOf(fieldOf(wanted, 'metadata'), 'namespace')));
  return namespaces.size === 1 ? [...namespaces][0] : undefined;
}
