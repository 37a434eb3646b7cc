/** One measured run, in a process of its own: `one-run SYSTEM CHARTS WORKLOADS DIRECTORY` prints a Measurement. */
import { join } from 'node:path';
import { argv, resourceUsage, stdout } from 'node:process';
import type { Measurement } from './measurement';
import { now } from './now';
import type { System } from './workload';

const [systemName, charts, workloads, outdir] = argv.slice(2);

// eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded by name: a process holds what it measures alone
const { system } = require(join(__dirname, 'systems', systemName)) as { system: System };
const loaded = now();
const write = system.create({ charts: Number(charts), workloads: Number(workloads) }, outdir);
write();
const written = now();

const measurement: Measurement = {
  elapsed: { synthesis: written.elapsed - loaded.elapsed, wholeProcess: written.elapsed },
  processor: { synthesis: written.processor - loaded.processor, wholeProcess: written.processor },
  peakMemory: resourceUsage().maxRSS * 1024,
};
stdout.write(JSON.stringify(measurement));
