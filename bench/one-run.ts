/** One measured run, in a process of its own: `one-run SYSTEM CHARTS WORKLOADS DIRECTORY` prints a Measurement. */
import { join } from 'node:path';
import { argv, resourceUsage, stdout } from 'node:process';
import type { Measurement } from './measurement';
import { processorTime } from './processor-time';
import type { System } from './workload';

const [systemName, charts, workloads, outdir] = argv.slice(2);

// eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded by name: a process holds what it measures alone
const { system } = require(join(__dirname, 'systems', systemName)) as { system: System };
const loaded = processorTime();
const write = system.create({ charts: Number(charts), workloads: Number(workloads) }, outdir);
write();
const written = processorTime();

const measurement: Measurement = {
  synthesis: written - loaded,
  wholeProcess: written,
  peakMemory: resourceUsage().maxRSS * 1024,
};
stdout.write(JSON.stringify(measurement));
