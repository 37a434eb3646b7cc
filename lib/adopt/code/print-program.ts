import { ConstantNames } from './constant-names';
import { type Expression, partsOf, type Variable } from './expression';
import { packageOf, type LibraryName, type PackageName } from './library';
import { commentText, isOfLines, templateLiteral } from './literal-text';
import { ExpressionPrinter, PRINT_WIDTH } from './print-expression';
import { type Constant, type Program, type Statement, statementsOf } from './program';

/** The code of a chart as the text of a TypeScript file, formatted. */
export function printProgram(program: Program): string {
  const names = new ConstantNames([program.className]);
  const printer = new ExpressionPrinter(names.of);
  // What the chart is about has the shortest names.
  setsOf(program).forEach(names.of);
  const expressions = [...program.constants, ...statementsOf(program)].map(({ value }) => value);
  const used = new Set(expressions.flatMap(variablesIn));
  const constants = program.constants.map((constant) => printConstant(constant, names, printer));
  const sections = program.sections
    .filter((statements) => statements.length > 0)
    .map((statements) =>
      statements.map((statement) => printStatement(statement, used, names, printer)).join(''),
    );
  return [
    ...imports(expressions),
    '',
    ...(constants.length > 0 ? [...constants, ''] : []),
    ...docComment(program.about),
    `export class ${program.className} extends Chart {`,
    '  constructor(scope: Construct, id: string, props: ChartProps = {}) {',
    `    super(scope, id, ${superProps(program, printer)});`,
    ...(sections.length > 0 ? ['', sections.join('\n').trimEnd()] : []),
    '  }',
    '}',
    '',
  ].join('\n');
}

function setsOf(program: Program): readonly Variable[] {
  return statementsOf(program).flatMap(({ variable, value }) =>
    variable !== undefined &&
    value.kind === 'call' &&
    value.callee.kind === 'name' &&
    value.callee.name === 'StatefulSet'
      ? [variable]
      : [],
  );
}

function superProps({ namespace }: Program, printer: ExpressionPrinter): string {
  const text = (value: string): string =>
    printer.print({ kind: 'literal', value }, { level: 2, column: 0, after: 0 });
  return namespace === undefined ? 'props' : `{ namespace: ${text(namespace)}, ...props }`;
}

function printConstant(
  { variable, value }: Constant,
  names: ConstantNames,
  printer: ExpressionPrinter,
): string {
  const head = `const ${names.of(variable)} =`;
  const text = value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
  return text !== undefined && isOfLines(text)
    ? `${head} ${templateLiteral(text)};`
    : `${head}${printer.printAssigned(value, { level: 0, column: head.length, after: 1 })};`;
}

const INDENT = '    ';

function printStatement(
  { variable, value, comment }: Statement,
  used: ReadonlySet<Variable>,
  names: ConstantNames,
  printer: ExpressionPrinter,
): string {
  const comments = comment
    .flatMap((line) => wrapped(line, PRINT_WIDTH - INDENT.length - 3))
    .map((line) => `${INDENT}// ${line}\n`);
  if (variable === undefined || !used.has(variable)) {
    const text = printer.print(value, { level: 2, column: INDENT.length, after: 1 });
    return `${comments.join('')}${INDENT}${text};\n`;
  }
  const head = `${INDENT}const ${names.of(variable)} =`;
  const text = printer.printAssigned(value, { level: 2, column: head.length, after: 1 });
  return `${comments.join('')}${head}${text};\n`;
}

function docComment(about: readonly string[]): readonly string[] {
  const lines = about.flatMap((line) => wrapped(line, PRINT_WIDTH - 3));
  return lines.length === 1 && lines[0].length <= PRINT_WIDTH - 7
    ? [`/** ${lines[0]} */`]
    : ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'];
}

/** The lines of a comment, none wider than this where its words allow it. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of commentText(text).split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function variablesIn(expression: Expression): readonly Variable[] {
  return expression.kind === 'variable' ? [expression.variable] : partsOf(expression).flatMap(variablesIn);
}

function namesIn(expression: Expression): readonly LibraryName[] {
  return expression.kind === 'name' ? [expression.name] : partsOf(expression).flatMap(namesIn);
}

const PACKAGE_ORDER: readonly PackageName[] = ['cdk8s', 'cdk8s-plus-28', 'cdk8s-stateful'];

function imports(expressions: readonly Expression[]): readonly string[] {
  const used = [...new Set(expressions.flatMap(namesIn))].sort();
  const lines = PACKAGE_ORDER.flatMap((origin) => {
    const names: string[] = used.filter((name) => packageOf(name) === origin);
    const own = origin === 'cdk8s' ? [...[...names, 'Chart'].sort(), 'type ChartProps'] : names;
    return own.length === 0 ? [] : [importLine(own, origin)];
  });
  return [...lines, "import type { Construct } from 'constructs';"];
}

function importLine(names: readonly string[], origin: string): string {
  const flat = `import { ${names.join(', ')} } from '${origin}';`;
  return flat.length <= PRINT_WIDTH
    ? flat
    : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from '${origin}';`;
}
