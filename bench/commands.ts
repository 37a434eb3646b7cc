/**
 * Measures the commands on manifests of one workload and of many objects, and prints tables in Markdown.
 *
 *     npm run bench:commands        five rounds
 *     npm run bench:commands -- 1   one round
 *
 * Each run is a process of its own. The commands take turns, so that a busy moment of the machine meets all of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import { Yaml } from 'cdk8s';
import { measureProcess, type WholeMeasurement } from './measured-process';
import { median } from './median';
import { objectsOf } from './objects';
import { table } from './table';
import { workloadsOf } from './workload';

interface Command {
  readonly title: string;
  /** What Node.js is given. */
  readonly words: readonly string[];
}

const OBJECT_COUNTS = [100, 1000, 10_000];
/** Starts take no time, and are measured more often. */
const ROUNDS_OF_STARTS = 4;
/** The most that a command on one small file may take, as a multiple of what Node.js takes to start. */
const MOST_STARTS = 2;
const MEBIBYTE = 1024 * 1024;
const PROGRAM = join(__dirname, '../bundle/main.js');
const rounds = Number(argv[2] ?? 5);

const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  stdout.write(`### One small file\n\n${startsTable(rounds * ROUNDS_OF_STARTS)}\n\n`);
  stdout.write(`### Many objects\n\n${manyObjectsTable(rounds)}\n`);
} finally {
  rmSync(scratch, { recursive: true });
}

function startsTable(count: number): string {
  const { old } = filesOf(2);
  const start = { title: 'node -e 0', words: ['-e', '0'] };
  const commands = [
    { title: 'check', words: [PROGRAM, 'check', old] },
    { title: 'plan, no change', words: [PROGRAM, 'plan', '--from', old, '--to', old] },
    { title: 'show', words: [PROGRAM, 'show', old] },
  ];
  const [base, ...measured] = mediansOf([start, ...commands], count);
  const head = ['command, to node -e 0', 'goal', 'measured', 'in processor time', 'milliseconds'];
  const rows = commands.map(({ title }, index) => [
    title,
    `≤ ${MOST_STARTS}`,
    (measured[index].elapsed / base.elapsed).toFixed(2),
    (measured[index].processor / base.processor).toFixed(2),
    measured[index].elapsed.toFixed(0),
  ]);
  return table(head, rows);
}

function manyObjectsTable(count: number): string {
  const commands = OBJECT_COUNTS.flatMap((objects) => {
    const { old, wanted } = filesOf(objects);
    return [
      { objects, title: 'check', words: [PROGRAM, 'check', old] },
      { objects, title: 'plan, no change', words: [PROGRAM, 'plan', '--from', old, '--to', old] },
      {
        objects,
        title: 'plan, a new image in each set',
        words: [PROGRAM, 'plan', '--from', old, '--to', wanted],
      },
    ];
  });
  const medians = mediansOf(commands, count);
  const head = ['command', 'objects', 'milliseconds', 'of processor time', 'MiB'];
  const rows = commands.map(({ title, objects }, index) => [
    title,
    objects.toLocaleString('en'),
    medians[index].elapsed.toFixed(0),
    medians[index].processor.toFixed(0),
    (medians[index].peakMemory / MEBIBYTE).toFixed(0),
  ]);
  return table(head, rows);
}

/** Files of so many objects: as they are, and with a new image in each set. */
function filesOf(objects: number): { readonly old: string; readonly wanted: string } {
  const [old, wanted] = [join(scratch, `old-${objects}.yaml`), join(scratch, `new-${objects}.yaml`)];
  const content = workloadsOf({ charts: 1, workloads: objects / 2 }, 0).flatMap(objectsOf);
  Yaml.save(old, content);
  Yaml.save(wanted, withNewImage(content));
  return { old, wanted };
}

function withNewImage(objects: readonly object[]): unknown[] {
  return JSON.parse(JSON.stringify(objects).replaceAll('postgres:16.4', 'postgres:16.5')) as unknown[];
}

/** What each command takes: the medians of so many rounds, figure by figure. */
function mediansOf(commands: readonly Command[], count: number): WholeMeasurement[] {
  const runs = commands.map((): WholeMeasurement[] => []);
  for (let round = 0; round < count; round++) {
    commands.forEach(({ title, words }, index) => {
      stderr.write(`round ${round + 1}, ${title}\n`);
      runs[index].push(measureProcess(...words));
    });
  }
  return runs.map((all) => ({
    elapsed: median(all.map(({ elapsed }) => elapsed)),
    processor: median(all.map(({ processor }) => processor)),
    peakMemory: median(all.map(({ peakMemory }) => peakMemory)),
  }));
}
