import { GOALS, type Goal } from './goals';
import type { Measurement, SystemName } from './measurement';
import { table } from './table';
import type { Shape } from './workload';

/** What the systems took for apps of one shape. */
export interface Row {
  readonly shape: Shape;
  readonly medians: ReadonlyMap<SystemName, Measurement>;
}

const TITLES: Readonly<Record<SystemName, string>> = {
  stateful: 'this library',
  'stateful-stock-app': 'this library, App of cdk8s',
  'plus-fast-app': 'cdk8s-plus-28, this App',
  plus: 'cdk8s-plus-28',
  kube: 'generated constructs',
  json: 'JSON',
};
const SYSTEMS = Object.keys(TITLES) as SystemName[];
const MEBIBYTE = 1024 * 1024;

/** The tables of a run of the benchmark, in Markdown. */
export function synthesisReport(rows: readonly Row[]): string {
  return [
    '### Goals',
    table(
      ['figure', 'goal', 'measured', 'in processor time'],
      GOALS.map((goal) => goalCells(goal, rows)),
    ),
    '### Creating and writing, in milliseconds',
    systemTable(rows, ({ elapsed }) => elapsed.synthesis.toFixed(0)),
    '### Creating and writing, in milliseconds of processor time',
    systemTable(rows, ({ processor }) => processor.synthesis.toFixed(0)),
    '### Whole process, in milliseconds',
    systemTable(rows, ({ elapsed }) => elapsed.wholeProcess.toFixed(0)),
    '### Peak memory, in MiB',
    systemTable(rows, ({ peakMemory }) => (peakMemory / MEBIBYTE).toFixed(0)),
    '',
  ].join('\n\n');
}

function goalCells({ title, figure, of, to, atMost }: Goal, rows: readonly Row[]): string[] {
  const [value, base] = [of, to].map(([system, shape]) =>
    rows.find((row) => shapeTitle(row.shape) === shape)?.medians.get(system),
  );
  const limit = `≤ ${atMost}`;
  if (value === undefined || base === undefined) {
    return [title, limit, 'not measured', ''];
  }
  return figure === 'peakMemory'
    ? [title, limit, ratio(value.peakMemory, base.peakMemory), '']
    : [
        title,
        limit,
        ratio(value.elapsed[figure], base.elapsed[figure]),
        ratio(value.processor[figure], base.processor[figure]),
      ];
}

function ratio(value: number, base: number): string {
  return (value / base).toFixed(2);
}

function systemTable(rows: readonly Row[], cell: (measurement: Measurement) => string): string {
  return table(
    ['charts × workloads', ...SYSTEMS.map((system) => TITLES[system])],
    rows.map(({ shape, medians }) => [
      shapeTitle(shape),
      ...SYSTEMS.map((system) => {
        const median = medians.get(system);
        return median === undefined ? '' : cell(median);
      }),
    ]),
  );
}

function shapeTitle({ charts, workloads }: Shape): string {
  return `${charts} × ${workloads}`;
}
