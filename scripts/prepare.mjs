#!/usr/bin/env node
// Builds the package where it is installed from git. `npm install --global` of a git repository, which is what
// pre-commit does for a hook, tells the install of the development dependencies to be global as well, so that they are
// not there: they are installed here then.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';

const root = join(import.meta.dirname, '..');

function npm(...words) {
  execFileSync('npm', words, { cwd: root, stdio: 'inherit', env: { ...env, npm_config_global: 'false' } });
}

if (!existsSync(join(root, 'node_modules/typescript'))) {
  npm('ci', '--ignore-scripts', '--include=dev');
}
npm('run', 'build', '--silent');
