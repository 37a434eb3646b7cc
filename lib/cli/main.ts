#!/usr/bin/env node
import { enableCompileCache } from './compile-cache';
import { tellOutputFailure } from './output-failure';
import { runProgram } from './program';

const streams = { out: process.stdout, err: process.stderr };
tellOutputFailure(streams, process);
enableCompileCache();
// Not process.exit(): it would cut off what is still being written to a pipe.
process.exitCode = runProgram(process.argv.slice(2), streams);
