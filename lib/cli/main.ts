#!/usr/bin/env node
import { enableCompileCache } from './compile-cache';
import { runProgram } from './program';
import { standardStreams } from './standard-streams';

enableCompileCache();
// Not process.exit(): it would cut off what is still being written to a pipe.
process.exitCode = runProgram(process.argv.slice(2), standardStreams(process));
