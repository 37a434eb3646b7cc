import { printable } from '../text/printable';
import { type Command, ExitCode, PROGRAM, type Streams, UsageError } from './command';
import { COMMANDS } from './commands';
import { commandHelp, programHelp } from './help';
import { packageVersion } from './package-version';
import { suggestion } from './suggestion';

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
      streams.out.write(helpOfAll());
      return ExitCode.OK;
    }
    streams.err.write(
      name === undefined
        ? helpOfAll()
        : `${PROGRAM}: unknown command '${printable(name)}'${suggestion(name, Object.keys(COMMANDS))}\n\n${helpOfAll()}`,
    );
    return ExitCode.UNUSABLE;
  }
  if (isHelp || rest.includes('--help') || rest.includes('-h')) {
    streams.out.write(commandHelp(command));
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

function helpOfAll(): string {
  return programHelp(Object.values(COMMANDS).map((load) => load()));
}
