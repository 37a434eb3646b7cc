import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { type InputBudget } from './input-budget';
import { type InputProblem, InputProblemCode } from './input-problem';
import { unreadable } from './unreadable';

const CHUNK_BYTES = 64 * 1024;
const RETRY_MILLISECONDS = 5;

/** Reads a file. Pipes, sockets and devices are refused: a run would wait for a writer that may never come. */
export function readFileText(file: string, budget: InputBudget): string | InputProblem {
  try {
    // Before it is opened: opening a pipe waits for a writer, and opening a device may do something.
    const stats = statSync(file);
    return specialFile(file, stats) ?? readOpened(file, budget);
  } catch (error) {
    return unreadable(file, error);
  }
}

/** Reads an open descriptor, whatever it is: standard input, or what a shell substitutes for a process. */
export function readDescriptorText(
  descriptor: number,
  name: string,
  budget: InputBudget,
): string | InputProblem {
  try {
    return readAll(descriptor, name, budget);
  } catch (error) {
    return unreadable(name, error);
  }
}

/** The text of bytes, in the encodings that kubectl takes. Throws where they are no text. */
export function decoded(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
}

function readOpened(file: string, budget: InputBudget): string | InputProblem {
  // Another file may have taken the place of the one that was looked at: opening it must not wait either.
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    const problem = specialFile(file, stats);
    if (problem !== undefined) {
      return problem;
    }
    return budget.covers(stats.size) ? readAll(descriptor, file, budget) : budget.problem(file);
  } finally {
    closeSync(descriptor);
  }
}

function specialFile(file: string, stats: Stats): InputProblem | undefined {
  const kind = specialKind(stats);
  return kind === undefined
    ? undefined
    : {
        code: InputProblemCode.INPUT_NOT_A_FILE,
        message: `is ${kind}, not a file; pipe the manifests into the command and write - for them`,
        file,
      };
}

function specialKind(stats: Stats): string | undefined {
  if (stats.isFIFO()) {
    return 'a named pipe';
  }
  if (stats.isSocket()) {
    return 'a socket';
  }
  return stats.isCharacterDevice() || stats.isBlockDevice() ? 'a device' : undefined;
}

/** Reads to the end, or until the budget is spent: sizes are not known beforehand, and files grow. */
function readAll(descriptor: number, name: string, budget: InputBudget): string | InputProblem {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const chunks: Buffer[] = [];
  for (let count = readSome(descriptor, chunk); count > 0; count = readSome(descriptor, chunk)) {
    if (!budget.covers(count)) {
      return budget.problem(name);
    }
    budget.spend(count);
    // A copy of its own: a stream may come in pieces that are much smaller than the chunk.
    chunks.push(Buffer.from(chunk.subarray(0, count)));
  }
  return decoded(Buffer.concat(chunks));
}

function readSome(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      // A stream that another program has set to not wait.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') {
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MILLISECONDS);
    }
  }
}
