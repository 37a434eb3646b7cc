/**
 * Compares this library with cdk8s-plus-28 and with plain JSON, and prints tables in Markdown.
 *
 *     npm run bench                 five rounds
 *     npm run bench -- 1            one round
 *     npm run bench -- 5 --patient  3,000 charts with the App of cdk8s too, which takes minutes a run
 *
 * Each run is a process of its own. The systems take turns, so that a busy moment of the machine meets all of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import { requireAgreement } from './agreement';
import { measure, medianOf, type Measurement, type SystemName } from './measurement';
import { synthesisReport, type Row } from './synthesis-report';
import type { Shape } from './workload';

const SHAPES: readonly Shape[] = [
  ...[1, 100, 1000, 3000].map((workloads) => ({ charts: 1, workloads })),
  ...[100, 300, 1000, 3000].map((charts) => ({ charts, workloads: 1 })),
];
const SYSTEMS: readonly SystemName[] = [
  'stateful',
  'stateful-stock-app',
  'plus-fast-app',
  'plus',
  'kube',
  'json',
];
/** The App of cdk8s takes time with the square of the number of charts. */
const SLOW_SYSTEMS: readonly SystemName[] = ['stateful-stock-app', 'plus', 'kube'];
const MANY_CHARTS = 1000;
/** Apps of one workload, which take no time, are measured more often: a twentieth of it matters there. */
const ROUNDS_OF_COLD_STARTS = 4;
/** What takes longer than this, in milliseconds, is measured once. */
const LONG = 10_000;

const rounds = Number(argv[2] ?? 5);
const isPatient = argv.includes('--patient');

const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  requireAgreement(scratch);
  stdout.write(synthesisReport(SHAPES.map(measureShape)));
} finally {
  rmSync(scratch, { recursive: true });
}

function measureShape(shape: Shape): Row {
  const runs = new Map<SystemName, Measurement[]>();
  const isColdStart = shape.charts * shape.workloads === 1;
  const count = isColdStart ? rounds * ROUNDS_OF_COLD_STARTS : rounds;
  for (let round = 0; round < count; round++) {
    for (const system of SYSTEMS.filter((name) => isWorthwhile(name, shape, runs.get(name)))) {
      stderr.write(`${shape.charts} × ${shape.workloads}, round ${round + 1}, ${system}\n`);
      const run = measure(system, shape, join(scratch, 'out'));
      runs.set(system, [...(runs.get(system) ?? []), run]);
      rmSync(join(scratch, 'out'), { recursive: true });
    }
  }
  return { shape, medians: new Map([...runs].map(([system, all]) => [system, medianOf(all)])) };
}

function isWorthwhile(system: SystemName, { charts }: Shape, runs: readonly Measurement[] = []): boolean {
  const isHopeless = charts > MANY_CHARTS && SLOW_SYSTEMS.includes(system) && !isPatient;
  return !isHopeless && runs.every(({ elapsed }) => elapsed.wholeProcess < LONG);
}
