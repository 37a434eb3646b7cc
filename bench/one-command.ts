/** One run of a command, in a process of its own: `one-command ARGUMENT...` prints a CommandMeasurement. */
import { argv, resourceUsage, stdout } from 'node:process';
import { ExitCode } from '../lib/cli/command';
import { runProgram } from '../lib/cli/program';
import type { CommandMeasurement } from './commands';
import { now } from './now';

let written = 0;
const counting = {
  write: (text: string): void => {
    written += text.length;
  },
};
const exitCode = runProgram(argv.slice(2), { out: counting, err: counting });
if (exitCode !== ExitCode.OK || written === 0) {
  throw new Error(`the command ended with ${exitCode}`);
}
const measurement: CommandMeasurement = {
  ...now(),
  peakMemory: resourceUsage().maxRSS * 1024,
};
stdout.write(JSON.stringify(measurement));
