#!/usr/bin/env node
// Writes and compiles the editions of the package for cdk8s-plus-31 and later in build/editions/, runs all examples with
// each, and compares what they write with what they write for cdk8s-plus-28. With --test it also runs all suites that
// cdk8s-plus can matter to with the last one; with --package it makes the packages of all languages of each.
//
//   npm run editions [-- [--test] [--package] [NUMBER...]]
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv, env, execPath } from 'node:process';
import { parseArgs } from 'node:util';
import { editions, NUMBERS, root, writeEdition, writeEditionsProject } from './edition.mjs';

const { values: options, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: { test: { type: 'boolean' }, package: { type: 'boolean' } },
});
const numbers = positionals.length > 0 ? positionals : NUMBERS;
const unknown = numbers.filter((number) => !NUMBERS.includes(number));
if (unknown.length > 0) {
  console.error(`no such edition: ${unknown.join(', ')}; there are ${NUMBERS.join(', ')}`);
  process.exit(2);
}

function run(cwd, command, ...words) {
  execFileSync(command, words, { cwd, stdio: 'inherit', env: { ...env, CDK8S_CHECK_UPGRADE: 'false' } });
}

const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What each example writes, by its name. */
function synthesized(folder) {
  return Object.fromEntries(
    examples.map((example) => {
      const output = join(folder, 'build/synthesized', example);
      rmSync(output, { recursive: true, force: true });
      mkdirSync(output, { recursive: true });
      execFileSync(execPath, [join(folder, 'build/examples', example, 'main.js')], {
        env: { ...env, CDK8S_OUTDIR: output },
      });
      return [example, readFileSync(join(output, `${example}.k8s.yaml`), 'utf8')];
    }),
  );
}

writeEditionsProject();
run(
  editions,
  'npm',
  'install',
  '--ignore-scripts',
  '--legacy-peer-deps',
  '--no-audit',
  '--no-fund',
  '--silent',
);
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
run(root, execPath, 'scripts/compile.mjs');
const expected = synthesized(root);

for (const number of numbers) {
  const folder = writeEdition(number);
  run(folder, execPath, tsc, '-b', '.', 'examples');
  const written = synthesized(folder);
  for (const example of examples) {
    assert.equal(written[example], expected[example], `${example} with cdk8s-plus-${number}`);
  }
  console.log(`cdk8s-stateful-${number}: ${examples.length} examples, the same bytes as with cdk8s-plus-28`);
  if (options.package) {
    run(folder, 'npm', 'run', 'package');
  }
}
if (options.test) {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  // The analysis imports nothing of cdk8s, which the linter sees to: its suites have nothing to tell. `adopt` writes code
  // that imports cdk8s-plus, and the commands run it. The pages are those of the repository.
  const folders = ['adopt', 'api', 'app', 'cli', 'constructs', 'errors', 'evidence', 'examples'];
  const suites = folders.map((name) => `/test/${name}/`);
  run(join(editions, `cdk8s-stateful-${numbers.at(-1)}`), execPath, jest, '--ci', ...suites);
}
