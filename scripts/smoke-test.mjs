#!/usr/bin/env node
// Packs the package, installs the tarball beside the newest cdk8s into an empty TypeScript app outside the
// repository, and synthesises examples/nginx there with the stock cdk8s command. What comes out must be dist/.
//
//   node scripts/smoke-test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireForConstructHub } from './construct-hub.mjs';

const PEERS = ['cdk8s', 'cdk8s-plus-28', 'constructs'];
const TOOLS = ['cdk8s-cli', 'typescript', '@types/node', '@types/jest', 'esbuild-wasm'];
/** The TypeScript of the app that `cdk8s init` makes, under another name. */
const TYPESCRIPT_OF_TEMPLATE = 'typescript-of-template@npm:typescript@5.9';
const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund'];
const repository = join(import.meta.dirname, '..');
const app = mkdtempSync(join(tmpdir(), 'smoke-test-'));

/** Uses what the package loads late. */
const ANALYSIS = `
const { Checks, SetsOverview, UpgradePlan } = require('cdk8s-stateful');
const { matchers } = require('cdk8s-stateful/jest');
const { refusalCodes } = require('cdk8s-stateful/errors');
const plan = UpgradePlan.between(['dist'], ['dist']);
const sets = SetsOverview.ofPaths(['dist']).toText().match(/^StatefulSet /gm) ?? [];
const passes = matchers.toPassChecks([{ kind: 'ConfigMap' }]).pass && refusalCodes(undefined).length === 0;
console.log(plan.effect + ', ' + (passes ? Checks.ofPaths(['dist']).findings.length : '?') + ' problems, ' + sets.length + ' set');
`;

/** Imports every entry that has types, so that they must resolve. */
const ENTRIES = `
import 'cdk8s-stateful/jest';
import { StatefulSet } from 'cdk8s-stateful';
import { refusalCodes } from 'cdk8s-stateful/errors';

export const name: string = StatefulSet.name;
export const codes: readonly string[] = refusalCodes(undefined);
export const expectSafe = (): void => expect([]).toBeUpgradeSafeFrom('dist');
// @ts-expect-error there is no such option
export const expectNothing = (): void => expect([]).toPassChecks({ none: 1 });
`;

/** An app in the form of ES modules, to be bundled. */
const MODULE = `
import { App, Checks } from 'cdk8s-stateful';
import { refusalCodes } from 'cdk8s-stateful/errors';
import { NginxChart } from './chart';

const app = new App();
new NginxChart(app, 'nginx');
app.synth();
const report = Checks.ofPaths(['dist']);
JSON.parse(report.toSarif());
console.log(report.findings.length + refusalCodes(undefined).length);
`;
/** The dependencies of cdk8s require modules of Node.js, which esbuild leaves to whoever makes ES modules of them. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

function run(directory, command, ...args) {
  return execFileSync(command, args, {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
  });
}

function writeApp(file, content) {
  writeFileSync(join(app, file), typeof content === 'string' ? content : JSON.stringify(content));
}

/** What is packed, by path. */
function requireFiles(paths) {
  const needed = ['.jsii', 'API.md', 'CHANGELOG.md', 'LICENSE', 'README.md'];
  const pages = ['docs/errors.md', 'docs/rules.md', 'docs/changes.md', 'docs/versions.md'];
  for (const path of [...needed, ...pages, 'build/lib/index.d.ts', 'build/bundle/main.js']) {
    assert(paths.includes(path), `${path} is not in the package`);
  }
  for (const path of paths.filter((path) => !path.startsWith('node_modules/'))) {
    assert(!/^(test|examples|scripts|dist|build\/examples)\//.test(path), `${path} is in the package`);
    assert(!/(?<!\.d)\.ts$|\.tsbuildinfo$|\.map$/.test(path), `${path} is in the package`);
  }
}

/** The compiler options of the template of `cdk8s init`, among them `moduleResolution: node10`, find all types. */
function requireTypesInTemplate() {
  const template = join(app, 'node_modules/cdk8s-cli/templates/typescript-app/tsconfig.json');
  const { compilerOptions } = JSON.parse(readFileSync(template, 'utf8'));
  writeApp('tsconfig.template.json', { compilerOptions, files: ['main.ts', 'entries.ts'] });
  run(app, 'node', 'node_modules/typescript-of-template/bin/tsc', '--noEmit', '-p', 'tsconfig.template.json');
}

/** What is packed is what tools for packages ask for: entries that exist, and types that resolve everywhere. */
function requireSoundPackage(tarball) {
  run(repository, 'npx', '--no-install', 'publint', '--strict', tarball);
  // jsii reads .jsii, and nobody imports it.
  run(
    repository,
    'npx',
    '--no-install',
    'attw',
    '--no-color',
    '--exclude-entrypoints',
    '.jsii',
    '--',
    tarball,
  );
}

/** An app works where esbuild makes ES modules of it: with all packages in one file, and with none of them. */
function requireBundledApp() {
  writeApp('module.ts', MODULE);
  // Where esbuild runs as WebAssembly, it needs more of the stack than Node.js gives by itself.
  const esbuild = ['--stack-size=3900', 'node_modules/esbuild-wasm/bin/esbuild', 'module.ts', '--bundle'];
  const form = ['--platform=node', '--format=esm', '--log-level=warning', '--outfile=module.mjs'];
  for (const packages of [`--banner:js=${REQUIRE}`, '--packages=external']) {
    run(app, 'node', ...esbuild, ...form, packages);
    rmSync(join(app, 'dist'), { recursive: true });
    assert.equal(run(app, 'node', 'module.mjs'), '0\n', `the app with ${packages} does something else`);
    requireSameManifests();
  }
}

/** The app writes what the repository holds. */
function requireSameManifests() {
  assert.equal(
    readFileSync(join(app, 'dist/nginx.k8s.yaml'), 'utf8'),
    readFileSync(join(repository, 'dist/nginx.k8s.yaml'), 'utf8'),
  );
}

/** In a project without cdk8s, an install brings this package alone, and the commands work. */
function requireCommandsAlone(filename) {
  const project = join(app, 'without-cdk8s');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  run(project, 'npm', 'install', ...QUIET, join(app, filename));
  const names = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
  assert.deepEqual(names, ['cdk8s-stateful']);
  const checked = run(project, 'npx', 'cdk8s-stateful', 'check', join(repository, 'dist'));
  assert.match(checked, /^0 errors, 0 warnings; 2 of 2 objects/);
}

try {
  const [{ filename, files, size }] = JSON.parse(
    // What the scripts of the package print must not mix with the JSON.
    run(repository, 'npm', 'pack', '--json', '--foreground-scripts=false', '--pack-destination', app),
  );
  requireFiles(files.map(({ path }) => path));

  requireSoundPackage(join(app, filename));
  requireCommandsAlone(filename);

  writeApp('package.json', { private: true });
  // A user's npm runs no script of this package.
  run(app, 'npm', 'install', ...QUIET, `./${filename}`, ...PEERS, ...TOOLS, TYPESCRIPT_OF_TEMPLATE);
  const installed = (name) =>
    JSON.parse(readFileSync(join(app, 'node_modules', name, 'package.json'), 'utf8'));
  assert.equal(installed('cdk8s-stateful').scripts.prepare, undefined, 'the package has a script `prepare`');
  requireForConstructHub(join(app, 'node_modules/cdk8s-stateful'));
  const compiled = readFileSync(
    join(app, 'node_modules/cdk8s-stateful/build/lib/constructs/stateful-set.js'),
    'utf8',
  );
  assert.match(compiled, /jsii\.rtti/, 'the package was not compiled by jsii');

  cpSync(join(repository, 'examples/nginx'), app, { recursive: true });
  cpSync(join(repository, 'docs/examples/tsconfig.app.json'), join(app, 'tsconfig.json'));
  writeApp('entries.ts', ENTRIES);
  writeApp('cdk8s.yaml', 'language: typescript\napp: node main.js\n');
  // Without skipLibCheck: types of the package that refer to a file which is not packed are errors.
  run(app, 'npx', 'tsc', '--types', 'node,jest');
  requireTypesInTemplate();
  run(app, 'npx', 'cdk8s', 'synth', '--no-check-upgrade');
  requireSameManifests();
  assert.match(run(app, 'npx', 'cdk8s-stateful', 'check', 'dist'), /^0 errors, 0 warnings; 2 of 2 objects/);
  writeApp('analysis.js', ANALYSIS);
  assert.equal(run(app, 'node', 'analysis.js'), 'none, 0 problems, 1 set\n');
  requireBundledApp();
  const versions = [...PEERS, ...TOOLS].map((name) => `${name} ${installed(name).version}`);
  console.log(`smoke test passed: ${filename}, ${size} bytes, with ${versions.join(', ')}`);
} finally {
  rmSync(app, { recursive: true });
}
