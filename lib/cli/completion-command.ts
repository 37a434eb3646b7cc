import { completionScript, SHELLS } from './completion';
import { parseArguments } from './arguments';
import { type Command, ExitCode, type Streams, UsageError } from './command';
import { suggestion } from './suggestion';

/** `cdk8s-stateful completion`: what makes a shell complete commands and options. */
export const completionCommand: Command = {
  name: 'completion',
  summary: 'print what makes a shell complete commands and options',
  usage: 'bash|zsh|fish',
  description: ['Prints a script that makes the shell complete commands, options and their values.'],
  options: [],
  examples: [
    'source <(cdk8s-stateful completion bash)',
    'source <(cdk8s-stateful completion zsh)',
    'cdk8s-stateful completion fish | source',
  ],
  exitCodes: ['Exit code: 0; 2 wrong usage, or output that cannot be written.'],
  run,
};

function run(args: readonly string[], streams: Streams): ExitCode {
  const { positionals } = parseArguments(args, []);
  const [given = ''] = positionals;
  const shell = SHELLS.find((one) => one === given);
  if (shell === undefined || positionals.length > 1) {
    throw new UsageError(`write one of ${SHELLS.join(', ')}${suggestion(given, SHELLS)}`);
  }
  streams.out.write(completionScript(shell));
  return ExitCode.OK;
}
