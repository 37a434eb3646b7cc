import { type Call, type Expression, type Mapping, type Variable } from './expression';
import { keyLiteral, stringLiteral, templateText } from './literal-text';

/** The line length that Prettier is told to keep. */
export const PRINT_WIDTH = 110;

const INDENT = '  ';

/** Where an expression stands in its line. */
export interface Place {
  /** How deep the line that it begins in is indented, in levels. */
  readonly level: number;
  /** How many characters stand before it in its line, the indent among them. */
  readonly column: number;
  /** How many characters follow its last one at the least. */
  readonly after: number;
}

/** The names that the constants of the code have been given. */
export type NameLookup = (variable: Variable) => string;

/**
 * Writes expressions as Prettier lays them out, so that code is formatted before anybody formats it. Only the forms of
 * code that the model has are known here; a test holds them against Prettier itself.
 */
export class ExpressionPrinter {
  constructor(private readonly nameOf: NameLookup) {}

  /** The expression, on one line if it fits there. */
  public print(expression: Expression, place: Place): string {
    const flat = this.flat(expression);
    if (flat !== undefined && place.column + flat.length + place.after <= PRINT_WIDTH) {
      return flat;
    }
    switch (expression.kind) {
      case 'literal':
      case 'name':
      case 'member':
      case 'element':
      case 'variable':
      case 'chart':
      case 'template':
        return flat ?? '';
      case 'list':
        return this.brokenList(expression.elements, place.level);
      case 'mapping':
        return this.brokenMapping(expression, place.level);
      case 'call':
        return this.brokenCall(expression, place);
    }
  }

  /** What follows `name =` or `key:`, which moves to the next line where it is one word too long for this one. */
  public printAssigned(expression: Expression, { level, column, after }: Place): string {
    const flat = this.flat(expression);
    const isWord =
      ['member', 'name', 'variable'].includes(expression.kind) ||
      (expression.kind === 'literal' && typeof expression.value === 'string');
    if (flat === undefined || !isWord || column + 1 + flat.length + after <= PRINT_WIDTH) {
      return ` ${this.print(expression, { level, column: column + 1, after })}`;
    }
    return `\n${INDENT.repeat(level + 1)}${flat}`;
  }

  /** The expression on one line; undefined where it never is. */
  private flat(expression: Expression): string | undefined {
    switch (expression.kind) {
      case 'literal':
        return flatLiteral(expression.value);
      case 'name':
        return expression.name;
      case 'variable':
        return this.nameOf(expression.variable);
      case 'chart':
        return 'this';
      case 'member':
        return joined([this.flat(expression.of), `.${expression.name}`]);
      case 'element':
        return joined([this.flat(expression.of), `[${expression.index}]`]);
      case 'list':
        return isAlwaysBroken(expression.elements)
          ? undefined
          : joined(['[', this.flatList(expression.elements), ']']);
      case 'template':
        return joined(['`', ...expression.parts.map((part) => this.templatePart(part)), '`']);
      case 'mapping':
        return this.flatMapping(expression);
      case 'call':
        return joined([this.head(expression), '(', this.flatList(expression.args), ')']);
    }
  }

  private templatePart(part: Expression): string | undefined {
    return part.kind === 'literal' ? templateText(String(part.value)) : joined(['${', this.flat(part), '}']);
  }

  private flatList(expressions: readonly Expression[]): string | undefined {
    const texts = expressions.map((expression) => this.flat(expression));
    return texts.includes(undefined) ? undefined : texts.join(', ');
  }

  private flatMapping({ entries, isExpanded }: Mapping): string | undefined {
    if (entries.length === 0) {
      return '{}';
    }
    const texts = entries.map(({ key, value }) =>
      this.isShorthand(key, value) ? key : joined([keyLiteral(key), ': ', this.flat(value)]),
    );
    return isExpanded || texts.includes(undefined) ? undefined : `{ ${texts.join(', ')} }`;
  }

  /** Whether a constant has the name of the key that it stands under. */
  private isShorthand(key: string, value: Expression): boolean {
    return value.kind === 'variable' && this.nameOf(value.variable) === key;
  }

  private brokenList(elements: readonly Expression[], level: number): string {
    const indent = INDENT.repeat(level + 1);
    if (elements.length > 1 && elements.every(isNumber)) {
      return `[\n${filled(
        elements.map((element) => `${this.flat(element) ?? ''},`),
        indent,
      )}\n${INDENT.repeat(level)}]`;
    }
    const lines = elements.map(
      (element) =>
        `${indent}${this.print(element, { level: level + 1, column: indent.length, after: 1 })},\n`,
    );
    return `[\n${lines.join('')}${INDENT.repeat(level)}]`;
  }

  private brokenMapping({ entries }: Mapping, level: number): string {
    const indent = INDENT.repeat(level + 1);
    const lines = entries.map(({ key, value }) => {
      if (this.isShorthand(key, value)) {
        return `${indent}${key},\n`;
      }
      const head = `${indent}${keyLiteral(key)}:`;
      const shortKey = keyLiteral(key).length <= INDENT.length;
      const place = { level: level + 1, column: head.length, after: 1 };
      const text = shortKey
        ? ` ${this.print(value, { ...place, column: place.column + 1 })}`
        : this.printAssigned(value, place);
      return `${head}${text},\n`;
    });
    return `{\n${lines.join('')}${INDENT.repeat(level)}}`;
  }

  /** A call whose arguments don't fit on the line: the last one opens on it, or each gets a line. */
  private brokenCall(call: Call, { level, column }: Place): string {
    const { args } = call;
    const head = `${this.head(call) ?? ''}(`;
    const last = args.at(-1);
    if (last !== undefined && opensOnTheLine(args)) {
      const before = this.flatList(args.slice(0, -1));
      const start = `${head}${before === undefined || before === '' ? '' : `${before}, `}`;
      if (before !== undefined && column + start.length + 1 <= PRINT_WIDTH) {
        const opened =
          last.kind === 'mapping'
            ? this.brokenMapping(last, level)
            : this.brokenList(last.kind === 'list' ? last.elements : [], level);
        return `${start}${opened})`;
      }
    }
    const indent = INDENT.repeat(level + 1);
    const lines = args.map(
      (arg) => `${indent}${this.print(arg, { level: level + 1, column: indent.length, after: 1 })},\n`,
    );
    return `${head}\n${lines.join('')}${INDENT.repeat(level)})`;
  }

  private head({ callee, isConstructor }: Call): string | undefined {
    return joined([isConstructor ? 'new ' : '', this.flat(callee)]);
  }
}

function flatLiteral(value: string | number | boolean | null): string {
  return typeof value === 'string' ? stringLiteral(value) : Object.is(value, -0) ? '-0' : String(value);
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** Lists of objects or of lists, each with more than one part, are written one below the other. */
function isAlwaysBroken(elements: readonly Expression[]): boolean {
  return (
    elements.length > 1 &&
    (elements.every((element) => element.kind === 'mapping' && element.entries.length > 1) ||
      elements.every((element) => element.kind === 'list' && element.elements.length > 1))
  );
}

/** Whether the last argument may open on the line of the call: an object or a list, and no other of its kind before. */
function opensOnTheLine(args: readonly Expression[]): boolean {
  const [last, other] = [args.at(-1), args.at(-2)];
  const isOpening =
    (last?.kind === 'mapping' && last.entries.length > 0) ||
    (last?.kind === 'list' && last.elements.length > 0);
  return isOpening && other?.kind !== last.kind;
}

function isNumber(expression: Expression): boolean {
  return expression.kind === 'literal' && typeof expression.value === 'number';
}

/** Words in as few lines as they fit in. */
function filled(words: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= PRINT_WIDTH) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(`${indent}${word}`);
    }
  }
  return lines.join('\n');
}
