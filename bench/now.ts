import { performance } from 'node:perf_hooks';
import { cpuUsage } from 'node:process';

/** How long this process has run, in milliseconds: the time that has passed, and the processor time of all threads. */
export function now(): { readonly elapsed: number; readonly processor: number } {
  const { user, system } = cpuUsage();
  return { elapsed: performance.now(), processor: (user + system) / 1000 };
}
