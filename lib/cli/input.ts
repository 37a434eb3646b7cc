import { type InputProblem, inputProblemText } from '../facts/input-problem';
import { type ParsedArguments } from './arguments';
import { ExitCode, type Streams } from './command';

/** What a command reads where it is given no path: where `cdk8s synth` writes. */
export const DEFAULT_PATH = 'dist';

/** The paths that a command is to read. */
export function pathsOf({ positionals }: ParsedArguments): readonly string[] {
  return positionals.length === 0 ? [DEFAULT_PATH] : positionals;
}

/** Ends a command that can't read all of its input. A report of the rest would look like the whole. */
export function endUnread(problems: readonly InputProblem[], { err }: Streams): ExitCode {
  err.write(problems.map((problem) => `${inputProblemText(problem)}\n`).join(''));
  return ExitCode.UNUSABLE;
}
