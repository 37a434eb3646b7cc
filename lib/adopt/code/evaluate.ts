import { type Chart } from 'cdk8s';
import { type Expression, type Variable } from './expression';
import { valueOf } from './library';
import { type Program, type Statement, statementsOf } from './program';

/** That a statement of the generated code throws. */
export class StatementFailure extends Error {
  constructor(
    public readonly statement: Statement,
    public override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

/** The values that the constants of the code have. */
export type Values = ReadonlyMap<Variable, unknown>;

/**
 * Does what the printed code would do in the constructor of this chart, without a compiler.
 *
 * @throws StatementFailure
 */
export function evaluate(program: Program, chart: Chart): Values {
  const values = new Map<Variable, unknown>();
  for (const { variable, value } of program.constants) {
    values.set(variable, evaluated(value, values, chart));
  }
  for (const statement of statementsOf(program)) {
    try {
      const value = evaluated(statement.value, values, chart);
      if (statement.variable !== undefined) {
        values.set(statement.variable, value);
      }
    } catch (error) {
      throw new StatementFailure(statement, error);
    }
  }
  return values;
}

function evaluated(expression: Expression, values: Values, chart: Chart): unknown {
  const valueFor = (part: Expression): unknown => evaluated(part, values, chart);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'list':
      return expression.elements.map(valueFor);
    case 'mapping':
      // Not by assignment: a key may be `__proto__`.
      return Object.fromEntries(expression.entries.map(({ key, value }) => [key, valueFor(value)]));
    case 'template':
      return expression.parts.map((part) => String(valueFor(part))).join('');
    case 'name':
      return valueOf(expression.name);
    case 'member':
      return propertyOf(valueFor(expression.of), expression.name);
    case 'element':
      return propertyOf(valueFor(expression.of), String(expression.index));
    case 'variable':
      return values.get(expression.variable);
    case 'chart':
      return chart;
    case 'call': {
      const args = expression.args.map(valueFor);
      const { callee } = expression;
      if (expression.isConstructor) {
        return Reflect.construct(valueFor(callee) as new () => unknown, args);
      }
      const owner = callee.kind === 'member' ? valueFor(callee.of) : undefined;
      const method = callee.kind === 'member' ? propertyOf(owner, callee.name) : valueFor(callee);
      return Reflect.apply(method as () => unknown, owner, args);
    }
  }
}

function propertyOf(owner: unknown, name: string): unknown {
  return (owner as Readonly<Record<string, unknown>>)[name];
}
