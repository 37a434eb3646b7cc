import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { execPath } from 'node:process';

/** What a process tells of itself: milliseconds of processor time, and bytes. */
export interface ProcessMeasurement {
  readonly processor: number;
  readonly peakMemory: number;
}

/** What one process took, from its start to its end: milliseconds, and bytes. */
export interface WholeMeasurement extends ProcessMeasurement {
  readonly elapsed: number;
}

/**
 * Runs Node.js on these words and measures the process.
 *
 * @throws if it does not end well
 */
export function measureProcess(...words: readonly string[]): WholeMeasurement {
  const started = performance.now();
  const { status, output } = spawnSync(
    execPath,
    ['--require', join(__dirname, 'tell-measurement.js'), ...words],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'], maxBuffer: Infinity },
  );
  const elapsed = performance.now() - started;
  const [, , errors, measurement] = output.map((text) => text ?? '');
  if (status !== 0) {
    throw new Error(`${words.join(' ')} failed: ${errors}`);
  }
  return { elapsed, ...(JSON.parse(measurement) as ProcessMeasurement) };
}
