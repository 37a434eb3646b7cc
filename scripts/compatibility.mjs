#!/usr/bin/env node
// Compares the public classes with those of the last release, and fails where code of users would break and CHANGELOG.md
// does not say so. Before the first release there is nothing to compare with, and it says that.
//
//   npm run jsii && npm run compatibility
//   node scripts/compatibility.mjs --released FOLDER [--current FOLDER] [--changelog FILE]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv, execPath } from 'node:process';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const { resolve } = createRequire(import.meta.url);
const { values: options } = parseArgs({
  args: argv.slice(2),
  options: { released: { type: 'string' }, current: { type: 'string' }, changelog: { type: 'string' } },
});
const { released, current = root, changelog = join(root, 'CHANGELOG.md') } = options;
const { name } = contentOf(current);

function contentOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** Runs a command of which a failure means something, and returns its exit code and what it prints. */
function attempt(command, ...words) {
  const { error, status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8' });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** The last release: its version, and the folder of its assembly. */
function lastRelease() {
  return released === undefined
    ? (servedRelease() ?? taggedRelease())
    : { version: contentOf(released).version, folder: released };
}

function servedRelease() {
  const { status, stdout, stderr } = attempt('npm', 'view', `${name}@latest`, 'version');
  if (status !== 0) {
    if (stderr.includes('E404')) return undefined;
    throw new Error(`the registry did not say whether it has ${name}: ${stderr}`);
  }
  const version = stdout.trim();
  const folder = emptyRelease();
  const pack = ['pack', '--silent', '--pack-destination', folder, `${name}@${version}`];
  const archive = execFileSync('npm', pack, { encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', archive, '--strip-components=1'], { cwd: folder });
  return { version, folder };
}

/** A release that the registry does not have is compiled anew, with the packages that are installed. */
function taggedRelease() {
  const tags = attempt(
    'git',
    '-C',
    root,
    'tag',
    '--list',
    '--merged',
    'HEAD',
    '--sort=-version:refname',
  ).stdout;
  const tag = tags.split('\n').find((line) => /^v\d+\.\d+\.\d+$/.test(line));
  if (tag === undefined) return undefined;
  const folder = emptyRelease();
  const sources = ['lib', 'imports', 'package.json', 'tsconfig.json', 'README.md', 'LICENSE'];
  const archive = execFileSync('git', ['archive', tag, ...sources], { cwd: root, maxBuffer: Infinity });
  execFileSync('tar', ['-x'], { cwd: folder, input: archive });
  execFileSync(execPath, [resolve('jsii/bin/jsii'), '--silence-warnings', 'reserved-word'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { version: tag.slice(1), folder };
}

/** Where a release is laid, beside the packages that its classes are made of. */
function emptyRelease() {
  const folder = join(root, 'build/released');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** What would break code that was written for a release: `{ subject, text }` of each. */
function breaksSince({ folder }) {
  const words = ['--keys', '--default-stability', 'stable', '--error-on', 'all', folder, current];
  const { status, stderr } = attempt(execPath, resolve('jsii-diff/bin/jsii-diff'), ...words);
  // It ends well where it could not read what it compares.
  if (status > 1 || stderr.includes('Skipping analysis')) {
    throw new Error(`jsii-diff failed: ${stderr}`);
  }
  return stderr
    .split('\n')
    .map((line) => /^err +- +(.*) \[[\w-]+:(.*)\]$/.exec(line))
    .filter((match) => match !== null)
    .map(([, text, key]) => ({ text, subject: subjectOf(key) }));
}

/** `StatefulSet.addClaim` or `StatefulSet`, as the changelog names it; a constructor goes by its class. */
function subjectOf(key) {
  return key.slice(name.length + 1).replace(/\.<initializer>$/, '');
}

/** What the entries of CHANGELOG.md since a release that begin with `Breaking:` have in code. */
function namedIn(text, version) {
  const [since] = text.split(new RegExp(`^## v?${version.replaceAll('.', '\\.')}\\b`, 'm'));
  const entries = since.split(/^- /m).filter((entry) => entry.startsWith('Breaking:'));
  return new Set(
    entries.flatMap((entry) => [...entry.matchAll(/`([\w.]+)(?:\(.*?\))?`/g)].map(([, code]) => code)),
  );
}

const release = lastRelease();
if (release === undefined) {
  console.log(`${name} has no release yet: there is nothing that could break`);
} else {
  const breaks = breaksSince(release);
  const named = namedIn(readFileSync(changelog, 'utf8'), release.version);
  const unnamed = breaks.filter(({ subject }) => !named.has(subject));
  for (const { text } of breaks.filter(({ subject }) => named.has(subject))) {
    console.log(`named in CHANGELOG.md: ${text}`);
  }
  for (const { subject, text } of unnamed) {
    console.error(
      `breaks code written for ${release.version}: ${text}; take it back, or add an entry to CHANGELOG.md that begins with "Breaking:" and has \`${subject}\``,
    );
  }
  console.log(
    `compared with ${name} ${release.version}: ${breaks.length} breaking changes, ${unnamed.length} without an entry`,
  );
  process.exitCode = unnamed.length > 0 ? 1 : 0;
}
