import { type Variable } from './expression';
import { isLibraryName } from './library';

/** Words that TypeScript keeps for itself or that the generated code uses already. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['abstract', 'any', 'arguments', 'as', 'async', 'await', 'boolean', 'break', 'case', 'catch', 'class'],
  ...['const', 'constructor', 'continue', 'debugger', 'declare', 'default', 'delete', 'do', 'else', 'enum'],
  ...['eval', 'export', 'extends', 'false', 'finally', 'for', 'from', 'function', 'get', 'if', 'implements'],
  ...['import', 'in', 'instanceof', 'interface', 'is', 'keyof', 'let', 'module', 'namespace', 'never', 'new'],
  ...['null', 'number', 'object', 'of', 'package', 'private', 'protected', 'public', 'readonly', 'require'],
  ...[
    'return',
    'set',
    'static',
    'string',
    'super',
    'switch',
    'symbol',
    'this',
    'throw',
    'true',
    'try',
    'type',
  ],
  ...['typeof', 'undefined', 'unique', 'unknown', 'var', 'void', 'while', 'with', 'yield', 'NaN', 'Infinity'],
  ...[
    'Object',
    'Array',
    'String',
    'Number',
    'Boolean',
    'Symbol',
    'Promise',
    'global',
    'globalThis',
    'process',
  ],
  ...['exports', '__dirname', '__filename', 'scope', 'id', 'props', 'Chart', 'ChartProps', 'Construct'],
]);

/** The names of the constants of one file, each of them once. */
export class ConstantNames {
  private readonly names = new Map<Variable, string>();
  private readonly taken = new Set<string>();

  /** @param others names that no constant may have */
  constructor(others: readonly string[] = []) {
    others.forEach((name) => this.taken.add(name));
  }

  /** The name of a constant. The first that wishes for it gets it; the others say of what kind they are, or get a number. */
  public readonly of = (variable: Variable): string => {
    const known = this.names.get(variable);
    if (known !== undefined) {
      return known;
    }
    const { wish, otherwise } = variable;
    let name = this.isTaken(wish) ? otherwise : wish;
    for (let number = 2; this.isTaken(name); number += 1) {
      name = `${otherwise}${number}`;
    }
    this.taken.add(name);
    this.names.set(variable, name);
    return name;
  };

  private isTaken(name: string): boolean {
    return TAKEN.has(name) || isLibraryName(name) || this.taken.has(name);
  }
}

/** A name in camel case for what these texts call it: `my-db` and `config` make `myDbConfig`. */
export function camelCase(...texts: readonly string[]): string {
  const pascal = pascalCase(...texts);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** A name in Pascal case: `my-db` is `MyDb`. What no name may begin with is put after a letter. */
export function pascalCase(...texts: readonly string[]): string {
  const words = texts.flatMap((text) => text.split(/[^A-Za-z0-9]+/).filter((word) => word !== ''));
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(name) ? name : `N${name}`;
}

/** More words than these make no name that anybody reads. */
const WORDS = 4;

/** A name in capitals: `nginx.conf` is `NGINX_CONF`. Of many words the last ones. */
export function constantCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.slice(-WORDS).join('_').toUpperCase();
  return /^[A-Z]/.test(name) ? name : `N${name === '' ? '' : `_${name}`}`;
}
