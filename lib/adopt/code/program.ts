import { type Expression, type Variable } from './expression';

/** A statement of the constructor of the chart: a constant, or an expression for what it does. */
export interface Statement {
  /** The constant that holds the value; undefined where nothing does. */
  readonly variable?: Variable;
  readonly value: Expression;
  /** Lines of a comment above it. */
  readonly comment: readonly string[];
  /** The object that the statement is for, in one text. */
  readonly owner?: string;
}

/** A constant of the whole file, outside the chart. */
export interface Constant {
  readonly variable: Variable;
  readonly value: Expression;
}

/** The code of one chart. */
export interface Program {
  readonly className: string;
  /** What the comment of the class says. */
  readonly about: readonly string[];
  /** The namespace of the chart; undefined where its objects have none or several. */
  readonly namespace?: string;
  readonly constants: readonly Constant[];
  /** Statements that belong together; an empty line stands between two of them. */
  readonly sections: readonly (readonly Statement[])[];
}

/** All statements in their order. */
export function statementsOf({ sections }: Program): readonly Statement[] {
  return sections.flat();
}
