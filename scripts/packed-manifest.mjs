#!/usr/bin/env node
// An install from git, which is how pre-commit installs a hook, builds the package with the script `prepare`. Nobody who
// has the package needs it: while npm packs, package.json is without it.
//
//   node scripts/packed-manifest.mjs            keeps package.json in build/, and takes the script out
//   node scripts/packed-manifest.mjs --restore  puts back what was kept
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';

const root = join(import.meta.dirname, '..');
const [manifest, kept] = [join(root, 'package.json'), join(root, 'build/package.json.kept')];

if (argv.includes('--restore')) {
  renameSync(kept, manifest);
} else {
  const { scripts, ...others } = JSON.parse(readFileSync(manifest, 'utf8'));
  const { prepare, ...packed } = scripts;
  if (prepare === undefined) {
    throw new Error(
      'package.json has no script `prepare`: it was not put back; run: git checkout package.json',
    );
  }
  copyFileSync(manifest, kept);
  writeFileSync(manifest, `${JSON.stringify({ ...others, scripts: packed }, undefined, 2)}\n`);
}
