import { camelCase, constantCase } from './code/constant-names';
import { type Expression, useOf, Variable, withParts } from './code/expression';
import { isOfLines } from './code/literal-text';
import { type Constant, type Program, type Statement } from './code/program';

/** How many parts a constant has to save to be worth its line. */
const WORTH = 4;

/** Properties whose values are read as one thing, and what a constant for such a value is called. */
const SHARED: Readonly<Record<string, string>> = {
  startup: 'startupProbe',
  liveness: 'livenessProbe',
  readiness: 'readinessProbe',
  resources: 'resources',
  securityContext: 'securityContext',
  envVariables: 'environment',
  labels: 'labels',
  annotations: 'annotations',
};

/** The program with constants for what it says several times, and for texts of several lines. */
export function withConstants(program: Program): Program {
  const texts = new TextConstants();
  const sections = program.sections.map((statements) =>
    statements.map((statement) => changed(statement, (value) => texts.extracted(value))),
  );
  const repeated = new RepeatedValues(sections.flat());
  return {
    ...program,
    sections: sections.map((statements) =>
      statements.map((statement) => changed(statement, (value) => repeated.extracted(value))),
    ),
    constants: [...program.constants, ...texts.constants, ...repeated.constants],
  };
}

function changed(statement: Statement, change: (value: Expression) => Expression): Statement {
  return { ...statement, value: change(statement.value) };
}

/** Gives each text of several lines a constant, called after the key that it stands under. */
class TextConstants {
  public readonly constants: Constant[] = [];
  private readonly byText = new Map<string, Variable>();

  public extracted(expression: Expression, key = 'text'): Expression {
    if (
      expression.kind === 'literal' &&
      typeof expression.value === 'string' &&
      isOfLines(expression.value)
    ) {
      return useOf(this.constantFor(expression, expression.value, key));
    }
    if (expression.kind === 'mapping') {
      return {
        ...expression,
        entries: expression.entries.map((entry) => ({
          key: entry.key,
          value: this.extracted(entry.value, entry.key),
        })),
      };
    }
    return withParts(expression, (part) => this.extracted(part, key));
  }

  private constantFor(value: Expression, text: string, key: string): Variable {
    const known = this.byText.get(text);
    if (known !== undefined) {
      return known;
    }
    const variable = new Variable(constantCase(key));
    this.byText.set(text, variable);
    this.constants.push({ variable, value });
    return variable;
  }
}

/** Gives values that several properties have a constant: the same probe thrice is written once. */
class RepeatedValues {
  public readonly constants: Constant[] = [];
  private readonly counts = new Map<string, number>();
  private readonly variables = new Map<string, Variable>();
  private readonly idsOfVariables = new Map<Variable, number>();

  constructor(statements: readonly Statement[]) {
    statements.forEach(({ value }) => {
      this.count(value);
    });
  }

  public extracted(expression: Expression): Expression {
    if (expression.kind !== 'mapping') {
      return withParts(expression, (part) => this.extracted(part));
    }
    return {
      ...expression,
      entries: expression.entries.map(({ key, value }) => ({ key, value: this.valueFor(key, value) })),
    };
  }

  private valueFor(key: string, value: Expression): Expression {
    const text = this.sharedText(key, value);
    if (text === undefined || ((this.counts.get(text) ?? 0) - 1) * sizeOf(value) < WORTH) {
      return this.extracted(value);
    }
    const known = this.variables.get(text);
    if (known !== undefined) {
      return useOf(known);
    }
    const variable = new Variable(camelCase(SHARED[key]));
    this.variables.set(text, variable);
    this.constants.push({ variable, value: expanded(value) });
    return useOf(variable);
  }

  private count(expression: Expression): void {
    if (expression.kind === 'mapping') {
      for (const { key, value } of expression.entries) {
        const text = this.sharedText(key, value);
        if (text !== undefined) {
          this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
        }
      }
    }
    withParts(expression, (part) => {
      this.count(part);
      return part;
    });
  }

  /** What tells a value that may be shared from others; undefined for what is short, or knows of a constant. */
  private sharedText(key: string, value: Expression): string | undefined {
    if (!Object.hasOwn(SHARED, key) || usesConstants(value) || sizeOf(value) < LONG) {
      return undefined;
    }
    return JSON.stringify(
      [SHARED[key].replace(/^(startup|liveness|readiness)/, ''), value],
      (_, part: unknown) => (part instanceof Variable ? this.idOf(part) : part),
    );
  }

  private idOf(variable: Variable): number {
    const id = this.idsOfVariables.get(variable) ?? this.idsOfVariables.size;
    this.idsOfVariables.set(variable, id);
    return id;
  }
}

/** A value of fewer parts than this is read faster than the name of a constant. */
const LONG = 3;

function sizeOf(expression: Expression): number {
  let size = 1;
  withParts(expression, (part) => {
    size += sizeOf(part);
    return part;
  });
  return size;
}

/** Constants of the file come before those of the constructor, so they cannot use them. */
function usesConstants(expression: Expression): boolean {
  if (expression.kind === 'variable' || expression.kind === 'chart') {
    return true;
  }
  let uses = false;
  withParts(expression, (part) => {
    uses ||= usesConstants(part);
    return part;
  });
  return uses;
}

function expanded(value: Expression): Expression {
  return value.kind === 'mapping' ? { ...value, isExpanded: value.entries.length > 1 } : value;
}
