#!/usr/bin/env node
import { runProgram } from './program';

// A reader such as `head` may close the pipe before everything is written: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
});
// Not process.exit(): it would cut off what is still being written to a pipe.
process.exitCode = runProgram(process.argv.slice(2), { out: process.stdout, err: process.stderr });
