import { cpuUsage } from 'node:process';

/** The processor time of this process so far, all threads, in milliseconds. */
export function processorTime(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}
