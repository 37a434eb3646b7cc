// What the projects of all languages share: the packages that were made, and running a command in a folder.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, versions } from 'node:process';

export const root = join(import.meta.dirname, '../..');
export const packages = join(root, 'build/packages');
export const bindings = join(root, 'build/bindings');

/** The content of package.json of this package, or of one that is installed beside it. */
export function contentOf(name) {
  const folder = name === undefined ? root : join(root, 'node_modules', name);
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** The path of the one file in a folder whose name ends so. */
export function fileIn(folder, ending) {
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
  if (found.length !== 1) {
    throw new Error(`${folder} has ${found.length} files *${ending}: run npm run package`);
  }
  return join(folder, found[0]);
}

/**
 * An empty folder for projects, in which jsii unpacks packages too: it asks Node.js for them there, and Node.js takes a
 * package.json of a folder above that has the name of this package.
 */
export function projectsFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), name));
  writeFileSync(join(folder, 'package.json'), '{}');
  env.TMPDIR = folder;
  return folder;
}

/** Runs a command and returns what it prints; what it says of errors is shown. */
export function run(cwd, command, ...words) {
  return execFileSync(command, words, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 600_000,
    env: {
      ...env,
      CDK8S_CHECK_UPGRADE: 'false',
      // The packages run with the same Node.js as the tests, which may be one that jsii warns of.
      JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: versions.node.split('.')[0],
    },
  });
}
