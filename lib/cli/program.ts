import { printable } from '../text/printable';
import { checkCommand } from './check-command';
import { type Command, ExitCode, type Streams, UsageError } from './command';
import { packageVersion } from './package-version';
import { showCommand } from './show-command';
import { planCommand } from './plan-command';

const PROGRAM = 'cdk8s-stateful';

/** Every command, in the order of the help. */
const COMMANDS: readonly Command[] = [checkCommand, planCommand, showCommand];

/** Runs the program on its arguments. Everything that users can get wrong ends in a message and an exit code. */
export function runProgram(args: readonly string[], streams: Streams): ExitCode {
  const [first, ...rest] = args;
  if (first === '--version' || first === '-v') {
    streams.out.write(`${packageVersion()}\n`);
    return ExitCode.OK;
  }
  const isHelp = first === '--help' || first === '-h' || first === 'help';
  const name = isHelp ? rest.at(0) : first;
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    if (isHelp && name === undefined) {
      streams.out.write(programHelp());
      return ExitCode.OK;
    }
    streams.err.write(
      name === undefined
        ? programHelp()
        : `${PROGRAM}: unknown command '${printable(name)}'\n\n${programHelp()}`,
    );
    return ExitCode.UNUSABLE;
  }
  if (isHelp || rest.includes('--help') || rest.includes('-h')) {
    streams.out.write(command.help);
    return ExitCode.OK;
  }
  return runCommand(command, rest, streams);
}

function runCommand(command: Command, args: readonly string[], streams: Streams): ExitCode {
  try {
    return command.run(args, streams);
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    streams.err.write(
      `${PROGRAM} ${command.name}: ${printable(error.message)}\nSee '${PROGRAM} ${command.name} --help'.\n`,
    );
    return ExitCode.UNUSABLE;
  }
}

function programHelp(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return [
    `Usage: ${PROGRAM} COMMAND [OPTION...]`,
    '',
    'Checks Kubernetes manifests of any tool, above all StatefulSets, and plans their upgrades.',
    '',
    'Commands:',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Options:',
    '  --help     print this, or the help of a command',
    '  --version  print the version',
    '',
  ].join('\n');
}
