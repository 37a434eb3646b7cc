import { type Problems } from '../manifests/reading/problem-list';
import { inputProblemTexts } from '../manifests/reading/input-problem-text';
import { type ParsedArguments } from './arguments';
import { ExitCode, type Streams } from './command';

/** What a command reads where it is given no path: where `cdk8s synth` writes. */
export const DEFAULT_PATH = 'dist';

/** What is read of folders and streams, for the help of each command. */
export const INPUT_HELP: readonly string[] = [
  'In folders, reads all .yaml, .yml and .json files at any depth, except in node_modules and folders whose names begin',
  'with a dot. Reads pipes as - or /dev/fd/N, which is how shells pass <(COMMAND), and refuses any other named pipe,',
  'socket or device. Reads at most 100 MiB in all.',
];

/** The paths that a command is to read. */
export function pathsOf({ positionals }: ParsedArguments): readonly string[] {
  return positionals.length === 0 ? [DEFAULT_PATH] : positionals;
}

/** Ends a command that cannot read all of its input, and says so where the report cannot hide it. */
export function endUnread(problems: Problems, { err }: Streams): ExitCode {
  err.write(
    inputProblemTexts(problems)
      .map((line) => `${line}\n`)
      .join(''),
  );
  return ExitCode.UNUSABLE;
}
