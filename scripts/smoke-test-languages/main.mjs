#!/usr/bin/env node
// Installs the package of each language into an empty project and runs programs there: examples and each capability,
// which must write the bytes that TypeScript writes; checks, a plan and a refusal, which must print what they print in TypeScript; and the
// plugin of `cdk8s synth`. A language without its toolchain or its package is left out, and the last lines say so.
//
//   npm run package && npm run smoke-test:languages [-- LANGUAGE...]
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv, execPath } from 'node:process';
import { rolldown } from 'rolldown';
import { hasToolchain, LANGUAGES } from '../package/languages.mjs';
import * as dotnet from './dotnet.mjs';
import { contentOf, fileIn, packages, projectsFolder, root, run } from './project.mjs';
import { PROJECTS } from './projects.mjs';

const EXAMPLES = ['nginx', 'nginx-with-storage', 'etcd'];
const cdk8s = join(root, 'node_modules/cdk8s-cli/bin/cdk8s');

const folder = projectsFolder('languages-');
process.on('exit', () => {
  rmSync(folder, { recursive: true });
});

function emptyFolder(...names) {
  const path = join(folder, ...names);
  mkdirSync(path, { recursive: true });
  return path;
}

/** Runs a program and returns how many milliseconds it took; it writes to dist/ of the folder. */
function timed(cwd, [command, ...words]) {
  const started = performance.now();
  run(cwd, command, ...words);
  return Math.round(performance.now() - started);
}

function manifestOf(cwd, example) {
  return readFileSync(join(cwd, `dist/${example}.k8s.yaml`), 'utf8');
}

/** What docs/examples/capabilities.ts writes. */
async function capabilities() {
  const cwd = emptyFolder('typescript', 'capabilities');
  const [source, program] = [join(cwd, 'main.ts'), join(root, 'build/capabilities.js')];
  const chart = join(root, 'docs/examples/capabilities');
  writeFileSync(
    source,
    `import { App } from 'cdk8s-stateful';
    import { CapabilitiesChart } from ${JSON.stringify(chart)};
    const app = new App();
    new CapabilitiesChart(app, 'capabilities');
    app.synth();`,
  );
  const external = [contentOf().name, ...Object.keys(contentOf().peerDependencies)];
  const bundle = await rolldown({ input: source, external, platform: 'node' });
  await bundle.write({ file: program, format: 'cjs' });
  await bundle.close();
  run(cwd, execPath, program);
  return manifestOf(cwd, 'capabilities');
}

/** What the programs of docs/examples print, as TypeScript says it. */
function expectedAnalysis(cwd) {
  const { Checks, UpgradePlan } = createRequire(import.meta.url)(root);
  // The commands of a plan name the files as they were given.
  process.chdir(cwd);
  const findings = Checks.ofPaths(['broken.yaml']).errors.map(({ code, path }) => `${code} ${path}`);
  assert(findings.length > 0, 'there is nothing to find');
  return [...findings, UpgradePlan.between(['old'], ['new']).toText(), 'REPLICAS_INVALID', ''].join('\n');
}

const typescript = Object.fromEntries(
  EXAMPLES.map((example) => {
    const cwd = emptyFolder('typescript', example);
    const milliseconds = timed(cwd, [execPath, join(root, 'build/examples', example, 'main.js')]);
    return [example, { milliseconds, manifest: manifestOf(cwd, example) }];
  }),
);

const expectedCapabilities = await capabilities();

function testLanguage(language) {
  const project = PROJECTS[language].install(emptyFolder(language));
  const times = EXAMPLES.map((example) => {
    const cwd = emptyFolder(language, example);
    const command = project.command(join(root, 'examples', example, project.file('main')));
    const milliseconds = timed(cwd, command);
    assert.equal(manifestOf(cwd, example), typescript[example].manifest, `${example} in ${language}`);
    testPlugin(cwd, language, command);
    return `${example} ${milliseconds} ms`;
  });
  testCapabilities(language, project);
  testAnalysis(language, project);
  project.test?.(join(folder, language, 'etcd'));
  return `${times.join(', ')}; the same bytes as TypeScript; checks, a plan, a refusal and the plugin as there`;
}

/** The program that the page on languages shows. */
function testCapabilities(language, { file, command }) {
  const cwd = emptyFolder(language, 'capabilities');
  const [program, ...words] = command(join(root, 'docs/examples', file('capabilities')));
  run(cwd, program, ...words);
  assert.equal(manifestOf(cwd, 'capabilities'), expectedCapabilities, `capabilities in ${language}`);
}

/** The plugin of `cdk8s synth` checks what an app of any language writes. */
function testPlugin(cwd, language, command) {
  const validation = { package: root, version: contentOf().version, class: 'CheckValidation' };
  const config = { language, app: command.join(' '), output: 'dist', validations: [validation] };
  writeFileSync(join(cwd, 'cdk8s.yaml'), JSON.stringify(config));
  const options = ['--no-check-upgrade', '--validation-reports-output-file', 'validation.json'];
  run(cwd, execPath, cdk8s, 'synth', ...options);
  const report = readFileSync(join(cwd, 'validation.json'), 'utf8');
  assert.match(report, /"Errors": ?"0"/, report);
  assert.doesNotMatch(report, /"Checked": ?"0"/, report);
}

function testAnalysis(language, { file, command }) {
  const cwd = emptyFolder(language, 'analysis');
  cpSync(join(root, 'docs/inputs/broken.yaml'), join(cwd, 'broken.yaml'));
  cpSync(join(folder, language, 'etcd/dist/etcd.k8s.yaml'), join(cwd, 'old/etcd.yaml'));
  const changed = typescript.etcd.manifest.replace('storage: 8Gi', 'storage: 16Gi');
  assert.notEqual(changed, typescript.etcd.manifest);
  mkdirSync(join(cwd, 'new'));
  writeFileSync(join(cwd, 'new/etcd.yaml'), changed);
  const [program, ...words] = command(join(root, 'docs/examples', file('analysis')));
  assert.equal(run(cwd, program, ...words), expectedAnalysis(cwd), `what ${file('analysis')} prints`);
}

/** npm packs package.json without the script that an install from git runs, and so it is in each package. */
function testManifest() {
  const archive = fileIn(join(packages, 'js'), '.tgz');
  const manifest = JSON.parse(run(folder, 'tar', '-xzOf', archive, 'package/package.json'));
  assert.equal(manifest.scripts.prepare, undefined, `${archive} has a script \`prepare\``);
}

const asked = argv.slice(2);
testManifest();
const reports = (asked.length > 0 ? asked : Object.keys(PROJECTS)).map((language) => {
  const { title, tool } = LANGUAGES[language];
  if (!hasToolchain(LANGUAGES[language])) {
    return `${title}: left out, there is no ${tool} here`;
  }
  console.log(`== ${title}`);
  return `${title}: ${testLanguage(language)}`;
});
const times = EXAMPLES.map((example) => `${example} ${typescript[example].milliseconds} ms`);
if (asked.length === 0 && existsSync(dotnet.sources)) {
  reports.push(`${LANGUAGES.dotnet.title}: ${dotnet.testSources()}`);
}
console.log([`TypeScript: ${times.join(', ')}`, ...reports].join('\n'));
