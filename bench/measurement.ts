import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { median } from './median';
import type { Shape } from './workload';

/** What one run took, in milliseconds. */
export interface Times {
  /** Creating the constructs and writing the manifests. */
  readonly synthesis: number;
  /** The same, and starting Node.js and loading the libraries. */
  readonly wholeProcess: number;
}

/**
 * What one run took. The processor time of all threads is more than the time that passes, because V8 compiles and
 * collects garbage beside the program; other work on the machine changes it less.
 */
export interface Measurement {
  readonly elapsed: Times;
  readonly processor: Times;
  /** In bytes. */
  readonly peakMemory: number;
}

/** The systems that are compared: names of files in `systems/`. */
export type SystemName = 'stateful' | 'stateful-stock-app' | 'plus' | 'plus-fast-app' | 'kube' | 'json';

/** Runs a system in a process of its own. */
export function measure(system: SystemName, { charts, workloads }: Shape, outdir: string): Measurement {
  const script = join(__dirname, 'one-run.js');
  const { status, stdout, stderr } = spawnSync(
    execPath,
    [script, system, String(charts), String(workloads), outdir],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Error(`${system} with ${charts} charts of ${workloads} workloads failed: ${stderr}`);
  }
  return JSON.parse(stdout) as Measurement;
}

/** The middle one of several measurements, figure by figure. */
export function medianOf(measurements: readonly Measurement[]): Measurement {
  return {
    elapsed: medianTimes(measurements.map(({ elapsed }) => elapsed)),
    processor: medianTimes(measurements.map(({ processor }) => processor)),
    peakMemory: median(measurements.map(({ peakMemory }) => peakMemory)),
  };
}

function medianTimes(times: readonly Times[]): Times {
  return {
    synthesis: median(times.map(({ synthesis }) => synthesis)),
    wholeProcess: median(times.map(({ wholeProcess }) => wholeProcess)),
  };
}
