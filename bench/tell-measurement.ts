/** Loaded before a program: when it ends, prints its ProcessMeasurement to file descriptor 3. */
import { writeSync } from 'node:fs';
import type { ProcessMeasurement } from './measured-process';
import { now } from './now';

process.on('exit', () => {
  const measurement: ProcessMeasurement = {
    processor: now().processor,
    peakMemory: process.resourceUsage().maxRSS * 1024,
  };
  writeSync(3, JSON.stringify(measurement));
});
