import { camelCase } from './code/constant-names';
import { callOf, CHART, type Expression, literal, useOf, Variable } from './code/expression';
import { type LibraryName } from './code/library';
import { type Statement } from './code/program';

/** The classes of cdk8s-plus-28 that stand for objects by their names, how each is told the name, and what it is. */
const BY_NAME = {
  ConfigMap: { name: 'ConfigMap', method: 'fromConfigMapName', noun: 'config' },
  Secret: { name: 'Secret', method: 'fromSecretName', noun: 'secret' },
  ServiceAccount: { name: 'ServiceAccount', method: 'fromServiceAccountName', noun: 'account' },
  PersistentVolumeClaim: { name: 'PersistentVolumeClaim', method: 'fromClaimName', noun: 'claim' },
} as const satisfies Record<
  string,
  { readonly name: LibraryName; readonly method: string; readonly noun: string }
>;

/** A kind of object that others refer to. */
export type ReferredKind = keyof typeof BY_NAME;

/** The objects that sets refer to by name: those that the code makes, and those that exist outside the app. */
export class References {
  private readonly known = new Map<string, Variable>();
  private readonly made: Statement[] = [];

  constructor(private readonly ids: ConstructIds) {}

  /** Says that the code makes this object, in this constant. */
  public add(kind: ReferredKind, namespace: string | undefined, name: string, variable: Variable): void {
    this.known.set(keyFor(kind, namespace, name), variable);
  }

  /** The object by whatever constant stands for it. */
  public to(kind: ReferredKind, namespace: string | undefined, name: string): Expression {
    const key = keyFor(kind, namespace, name);
    const known = this.known.get(key);
    if (known !== undefined) {
      return useOf(known);
    }
    const variable = new Variable(camelCase(name), camelCase(name, BY_NAME[kind].noun));
    this.known.set(key, variable);
    const { name: className, method } = BY_NAME[kind];
    const id = literal(this.ids.take(`${name}-${kind.toLowerCase()}`));
    this.made.push({ variable, value: callOf(className, method, CHART, id, literal(name)), comment: [] });
    return useOf(variable);
  }

  /** The constants for objects outside the app. */
  public statements(): readonly Statement[] {
    return this.made;
  }
}

function keyFor(kind: string, namespace: string | undefined, name: string): string {
  return [kind, namespace ?? '', name].join('\u0000');
}

/** The ids of constructs in the chart, each taken once. */
export class ConstructIds {
  private readonly taken = new Set<string>();

  /** The id that is wished for, or, where it is taken, that with a number. */
  public take(wish: string): string {
    // The path of a construct is divided by slashes.
    const base = wish.replaceAll('/', '-') || 'object';
    let id = base;
    for (let number = 2; this.taken.has(id); number += 1) {
      id = `${base}-${number}`;
    }
    this.taken.add(id);
    return id;
  }
}
