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
import { argv, execPath, stdout } from 'node:process';
import { Yaml } from 'cdk8s';
import { median } from './median';
import { objectsOf } from './objects';
import { table } from './table';
import { workloadsOf } from './workload';

/** What one run of a command took: milliseconds of processor time, and bytes. */
export interface CommandMeasurement {
  readonly wholeProcess: number;
  readonly peakMemory: number;
}

const OBJECT_COUNTS = [100, 1000, 10_000];
const MEBIBYTE = 1024 * 1024;
const rounds = Number(argv[2] ?? 5);

const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const rows = OBJECT_COUNTS.flatMap(measureCount);
  stdout.write(`${table(['command', 'objects', 'milliseconds', 'MiB'], rows)}\n`);
} finally {
  rmSync(scratch, { recursive: true });
}

function measureCount(count: number): string[][] {
  const [old, wanted] = [join(scratch, 'old.yaml'), join(scratch, 'new.yaml')];
  const objects = workloadsOf({ charts: 1, workloads: count / 2 }, 0).flatMap(objectsOf);
  Yaml.save(old, objects);
  Yaml.save(wanted, withNewImage(objects));
  return [
    row('check', count, ['check', old]),
    row('plan, no change', count, ['plan', '--from', old, '--to', old]),
    row('plan, a new image in each set', count, ['plan', '--from', old, '--to', wanted]),
  ];
}

function row(title: string, count: number, args: readonly string[]): string[] {
  const runs = Array.from({ length: rounds }, () => run(args));
  return [
    title,
    count.toLocaleString('en'),
    median(runs.map(({ wholeProcess }) => wholeProcess)).toFixed(0),
    (median(runs.map(({ peakMemory }) => peakMemory)) / MEBIBYTE).toFixed(0),
  ];
}

function run(args: readonly string[]): CommandMeasurement {
  const script = join(__dirname, 'one-command.js');
  const { status, stdout: output, stderr } = spawnSync(execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${args.join(' ')} failed: ${stderr}`);
  }
  return JSON.parse(output) as CommandMeasurement;
}

function withNewImage(objects: readonly object[]): unknown[] {
  return JSON.parse(JSON.stringify(objects).replaceAll('postgres:16.4', 'postgres:16.5')) as unknown[];
}
