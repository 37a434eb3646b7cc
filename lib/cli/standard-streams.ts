import { ExitCode, type OutputStream, type Streams } from './command';

/** A stream that tells when it cannot be written. */
export interface FailingStream extends OutputStream {
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** What writes, and ends with a code: `process`. */
export interface Program {
  readonly stdout: FailingStream;
  readonly stderr: FailingStream;
  exitCode?: number | string | null;
}

/**
 * The streams of a program. That the output cannot be written is told in one line, and ends the program with another
 * exit code. Node.js makes a stream when it is first asked for, which takes a while: most runs need no stderr.
 */
export function standardStreams(program: Program): Streams {
  let err: FailingStream | undefined;
  const streams: Streams = {
    out: program.stdout,
    get err() {
      if (err === undefined) {
        err = program.stderr;
        // There is nowhere left to say it. The exit code stands.
        err.on('error', () => undefined);
      }
      return err;
    },
  };
  program.stdout.on('error', ({ code = 'unknown cause' }) => {
    // A reader such as `head` may close the pipe before everything is written: that is no failure.
    if (code !== 'EPIPE') {
      streams.err.write(`cdk8s-stateful: the output cannot be written (${code})\n`);
      program.exitCode = ExitCode.UNUSABLE;
    }
  });
  return streams;
}
