import { printable } from '../text/printable';
import { type Command, ExitCode, type Streams, UsageError } from './command';
import { COMMANDS } from './commands';
import { packageVersion } from './package-version';

const PROGRAM = 'cdk8s-stateful';

/** Runs the program on its arguments. Everything that users can get wrong ends in a message and an exit code. */
export function runProgram(args: readonly string[], streams: Streams): ExitCode {
  const [first, ...rest] = args;
  if (first === '--version' || first === '-v') {
    streams.out.write(`${packageVersion()}\n`);
    return ExitCode.OK;
  }
  const isHelp = first === '--help' || first === '-h' || first === 'help';
  const name = isHelp ? rest.at(0) : first;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name]() : undefined;
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
  const commands = Object.values(COMMANDS).map((load) => load());
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `Usage: ${PROGRAM} COMMAND [OPTION...]`,
    '',
    'Checks Kubernetes manifests of any tool, above all StatefulSets, and plans their upgrades.',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Options:',
    '  --help     print this, or the help of a command',
    '  --version  print the version',
    '',
  ].join('\n');
}
