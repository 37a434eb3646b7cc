#!/usr/bin/env node
// Compiles the library and the examples, and bundles the commands, if anything changed since the last time that it
// went well. `tsc -b` finds that out too, but takes longer to load than an example takes to synthesise.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const PROJECTS = ['.', 'examples'];
const SOURCES = [
  ...['lib', 'imports', 'examples', 'scripts/bundle.mjs'],
  ...['tsconfig.json', 'package.json', 'package-lock.json'],
];

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'build/compiled');

/** When a file or a folder was changed. A file that is gone changes the folder that it was in. */
function changedAt(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return -Infinity;
  const entries = stats.isDirectory() ? readdirSync(path) : [];
  return Math.max(stats.mtimeMs, ...entries.map((entry) => changedAt(join(path, entry))));
}

/** Runs a script of Node.js, and says whether it went well. */
function succeeds(...words) {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
  return status === 0;
}

if (Math.max(...SOURCES.map((source) => changedAt(join(root, source)))) >= changedAt(stamp)) {
  const started = new Date();
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  if (succeeds(tsc, '-b', ...PROJECTS) && succeeds('scripts/bundle.mjs')) {
    // What changed while the compiler ran is newer than the stamp.
    writeFileSync(stamp, '');
    utimesSync(stamp, started, started);
  } else {
    process.exitCode = 1;
  }
}
