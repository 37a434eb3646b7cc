import { runProgram } from '../../lib/cli/program';

/** Runs the program on its arguments and keeps what it writes. */
export function run(args: readonly string[], isTTY = false): { code: number; out: string; err: string } {
  const written = { out: '', err: '' };
  const code = runProgram(args, {
    out: { isTTY, write: (text) => (written.out += text) },
    err: { write: (text) => (written.err += text) },
  });
  return { code, ...written };
}
