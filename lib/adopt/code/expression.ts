import { type JsonValue, isList, isObject } from '../../manifests/json';
import { type LibraryName } from './library';

/**
 * The few forms of code that an adopted chart consists of. One model, two readers: `print-expression.ts` writes it as
 * TypeScript, `evaluate.ts` does what that TypeScript would do.
 */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly elements: readonly Expression[] }
  | Mapping
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'name'; readonly name: LibraryName }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'element'; readonly of: Expression; readonly index: number }
  | Call
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'chart' };

/** An object literal. Entries keep their order. */
export interface Mapping {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
  /** Whether each entry has a line of its own, however short they are. */
  readonly isExpanded: boolean;
}

/** A key of an object literal and its value. */
export interface Entry {
  readonly key: string;
  readonly value: Expression;
}

/** A call of a function or method, or of a constructor. */
export interface Call {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Expression[];
  readonly isConstructor: boolean;
}

/** A constant of the generated code. Its name is a wish: two constants never get the same one. */
export class Variable {
  /**
   * @param wish the name that it gets where nothing has it
   * @param otherwise the name that it gets where something has, such as one that says of what kind it is
   */
  constructor(
    public readonly wish: string,
    public readonly otherwise: string = wish,
  ) {}
}

/** The chart that is being constructed. */
export const CHART: Expression = { kind: 'chart' };

/** A text, a number, true, false or null. */
export function literal(value: string | number | boolean | null): Expression {
  return { kind: 'literal', value };
}

/** A list. */
export function list(elements: readonly Expression[]): Expression {
  return { kind: 'list', elements };
}

/** An object literal without the entries that have no value; undefined where none is left. */
export function mappingOf(
  values: Readonly<Record<string, Expression | undefined>>,
  options: { readonly isExpanded?: boolean } = {},
): Mapping | undefined {
  const entries = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value }],
  );
  return entries.length === 0
    ? undefined
    : { kind: 'mapping', entries, isExpanded: options.isExpanded ?? false };
}

/** An object literal of texts. */
export function textMapping(texts: Readonly<Record<string, string>>): Mapping {
  return {
    kind: 'mapping',
    entries: Object.entries(texts).map(([key, value]) => ({ key, value: literal(value) })),
    isExpanded: Object.keys(texts).length > SHORT_MAPPING,
  };
}

/** Plain data as a literal. */
export function dataOf(value: JsonValue): Expression {
  if (isList(value)) {
    return list(value.map(dataOf));
  }
  if (!isObject(value)) {
    return literal(value);
  }
  const entries = Object.entries(value).map(([key, field]) => ({ key, value: dataOf(field) }));
  return { kind: 'mapping', entries, isExpanded: entries.length > SHORT_MAPPING || entries.some(isNested) };
}

/** More entries than this are not read at a glance. */
const SHORT_MAPPING = 4;

function isNested({ value }: Entry): boolean {
  return (
    (value.kind === 'mapping' && value.entries.length > 1) ||
    (value.kind === 'list' && value.elements.some(({ kind }) => kind === 'mapping'))
  );
}

/** A class, enum or function that the code imports. */
export function nameOf(name: LibraryName): Expression {
  return { kind: 'name', name };
}

/** A member of an enum, a static property, or a property of an object. */
export function memberOf(of: Expression | LibraryName, name: string): Expression {
  return { kind: 'member', of: typeof of === 'string' ? nameOf(of) : of, name };
}

/** A call of a method. Arguments without a value are left out at the end. */
export function callOf(
  of: Expression | LibraryName,
  method: string,
  ...args: readonly (Expression | undefined)[]
): Call {
  return { kind: 'call', callee: memberOf(of, method), args: given(args), isConstructor: false };
}

/** A new object of a class. Arguments without a value are left out at the end. */
export function newOf(name: LibraryName, ...args: readonly (Expression | undefined)[]): Call {
  return { kind: 'call', callee: nameOf(name), args: given(args), isConstructor: true };
}

/** A use of a constant. */
export function useOf(variable: Variable): Expression {
  return { kind: 'variable', variable };
}

function given(args: readonly (Expression | undefined)[]): readonly Expression[] {
  return args.filter((arg) => arg !== undefined);
}

/** The expressions of which an expression consists. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
    case 'variable':
    case 'chart':
      return [];
    case 'list':
      return expression.elements;
    case 'template':
      return expression.parts;
    case 'mapping':
      return expression.entries.map(({ value }) => value);
    case 'member':
    case 'element':
      return [expression.of];
    case 'call':
      return [expression.callee, ...expression.args];
  }
}

/** The expression with each of its parts replaced by what `change` makes of it. */
export function withParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'literal':
    case 'name':
    case 'variable':
    case 'chart':
      return expression;
    case 'list':
      return { ...expression, elements: expression.elements.map(change) };
    case 'template':
      return { ...expression, parts: expression.parts.map(change) };
    case 'mapping':
      return {
        ...expression,
        entries: expression.entries.map(({ key, value }) => ({ key, value: change(value) })),
      };
    case 'member':
    case 'element':
      return { ...expression, of: change(expression.of) };
    case 'call':
      return { ...expression, callee: change(expression.callee), args: expression.args.map(change) };
  }
}
