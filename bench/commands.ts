/**
 * Measures `check` and `plan` on manifests of many objects, and prints a table in Markdown.
 *
 *     npm run bench:commands        five rounds
 *     npm run bench:commands -- 1   one round
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath, stderr, stdout } from 'node:process';
import { Yaml } from 'cdk8s';
import { median } from './median';
import { objectsOf } from './objects';
import { table } from './table';
import { workloadsOf } from './workload';

/** What one run of a command took, the whole process: milliseconds, and bytes. */
export interface CommandMeasurement {
  readonly elapsed: number;
  readonly processor: number;
  readonly peakMemory: number;
}

interface Command {
  readonly title: string;
  readonly objects: number;
  readonly args: readonly string[];
}

const OBJECT_COUNTS = [100, 1000, 10_000];
const MEBIBYTE = 1024 * 1024;
const rounds = Number(argv[2] ?? 5);

const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const commands = OBJECT_COUNTS.flatMap(commandsFor);
  const runs = commands.map((): CommandMeasurement[] => []);
  for (let round = 0; round < rounds; round++) {
    commands.forEach(({ title, objects, args }, index) => {
      stderr.write(`round ${round + 1}, ${title}, ${objects} objects\n`);
      runs[index].push(run(args));
    });
  }
  const head = ['command', 'objects', 'milliseconds', 'of processor time', 'MiB'];
  stdout.write(
    `${table(
      head,
      commands.map((command, index) => row(command, runs[index])),
    )}\n`,
  );
} finally {
  rmSync(scratch, { recursive: true });
}

function commandsFor(count: number): Command[] {
  const [old, wanted] = [join(scratch, `old-${count}.yaml`), join(scratch, `new-${count}.yaml`)];
  const objects = workloadsOf({ charts: 1, workloads: count / 2 }, 0).flatMap(objectsOf);
  Yaml.save(old, objects);
  Yaml.save(wanted, withNewImage(objects));
  return [
    { title: 'check', objects: count, args: ['check', old] },
    { title: 'plan, no change', objects: count, args: ['plan', '--from', old, '--to', old] },
    { title: 'plan, a new image in each set', objects: count, args: ['plan', '--from', old, '--to', wanted] },
  ];
}

function row({ title, objects }: Command, runs: readonly CommandMeasurement[]): string[] {
  const medianOf = (figure: keyof CommandMeasurement): number => median(runs.map((run) => run[figure]));
  return [
    title,
    objects.toLocaleString('en'),
    medianOf('elapsed').toFixed(0),
    medianOf('processor').toFixed(0),
    (medianOf('peakMemory') / MEBIBYTE).toFixed(0),
  ];
}

function run(args: readonly string[]): CommandMeasurement {
  const script = join(__dirname, 'one-command.js');
  const {
    status,
    stdout: output,
    stderr: errors,
  } = spawnSync(execPath, [script, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`${args.join(' ')} failed: ${errors}`);
  }
  return JSON.parse(output) as CommandMeasurement;
}

function withNewImage(objects: readonly object[]): unknown[] {
  return JSON.parse(JSON.stringify(objects).replaceAll('postgres:16.4', 'postgres:16.5')) as unknown[];
}
