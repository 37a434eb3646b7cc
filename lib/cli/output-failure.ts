import { ExitCode, type OutputStream } from './command';

/** A stream that tells when it cannot be written. */
export interface FailingStream extends OutputStream {
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** Tells in one line that the output cannot be written, and ends the program with another exit code. */
export function tellOutputFailure(
  { out, err }: { readonly out: FailingStream; readonly err: FailingStream },
  program: { exitCode?: number | string | null },
): void {
  out.on('error', ({ code = 'unknown cause' }) => {
    // A reader such as `head` may close the pipe before everything is written: that is no failure.
    if (code !== 'EPIPE') {
      err.write(`cdk8s-stateful: the output cannot be written (${code})\n`);
      program.exitCode = ExitCode.UNUSABLE;
    }
  });
  // There is nowhere left to say it. The exit code stands.
  err.on('error', () => undefined);
}
