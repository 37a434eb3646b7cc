import { type Option } from './option';

/** What the program is called. */
export const PROGRAM = 'cdk8s-stateful';

/** Where a command writes. Results go to `out`; what went wrong goes to `err`. */
export interface Streams {
  readonly out: OutputStream;
  readonly err: OutputStream;
}

/** A stream of text, which may be a terminal. */
export interface OutputStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What the process ends with. */
export enum ExitCode {
  OK = 0,
  /** Something was found. */
  FOUND = 1,
  /** Wrong usage, or input that cannot be read. */
  UNUSABLE = 2,
}

/** One command of the program. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name in the first line of the help. */
  readonly usage: string;
  /** What it does, in lines of the help. */
  readonly description: readonly string[];
  /** Every option that it takes, besides --help. */
  readonly options: readonly Option[];
  /** Commands that work, for the help. */
  readonly examples: readonly string[];
  /** What the exit codes mean, in lines of the help. */
  readonly exitCodes: readonly string[];
  /** What else the help says, in lines. */
  readonly notes?: readonly string[];
  /** Runs on the arguments after the command's name. May throw {@link UsageError}. */
  readonly run: (args: readonly string[], streams: Streams) => ExitCode;
}

/** Arguments that a command cannot take. The message says which and what can be given instead. */
export class UsageError extends Error {}
