#!/usr/bin/env node
// Writes the package of each language to build/packages/. What a registry lacks of cdk8s is made from its npm package,
// and stands in build/bindings/. A language without its toolchain gets its sources only; the last lines say so.
//
//   npm run package [-- LANGUAGE...]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { argv, env, execPath } from 'node:process';
import { hasToolchain, LANGUAGES } from './languages.mjs';
import { buildWheel, makeLean } from './python.mjs';

const root = join(import.meta.dirname, '../..');
const packages = join(root, 'build/packages');
const bindings = join(root, 'build/bindings');
const { resolve } = createRequire(import.meta.url);
const pacmak = resolve('jsii-pacmak/bin/jsii-pacmak');

function contentOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** The folders of those peers whose package for a language its registry does not serve. */
function peersNotServed({ isServed }) {
  const peers = Object.keys(contentOf(root).peerDependencies).map((name) =>
    dirname(resolve(`${name}/package.json`)),
  );
  return isServed === undefined ? [] : peers.filter((folder) => !isServed(contentOf(folder)));
}

function runPacmak(folders, language, output, ...options) {
  // The code of the README is shown in the language of the package, also that which nobody has translated before.
  const translation = ['--rosetta-unknown-snippets', 'translate'];
  const target = ['--targets', language, '--outdir', output];
  const words = [pacmak, ...folders, '--no-npmignore', ...translation, ...target, ...options];
  execFileSync(execPath, words, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    // What it packs is built already, and its folders are left as they are.
    env: { ...env, npm_config_ignore_scripts: 'true' },
  });
}

function packedManifest(...options) {
  execFileSync(execPath, [join(root, 'scripts/packed-manifest.mjs'), ...options]);
}

function move(from, to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/** Makes the package of one language, and returns what is to be said of it. */
function makePackage(language) {
  const { title, tool, folderOf } = LANGUAGES[language];
  const output = mkdtempSync(join(root, 'build/packing-'));
  try {
    const canBuild = hasToolchain(LANGUAGES[language]);
    if (!canBuild || language === 'python') {
      runPacmak([root], language, output, '--code-only');
    }
    if (language === 'python') {
      makeLean(join(output, language), root, contentOf(root));
    }
    if (!canBuild) {
      move(join(output, language), join(packages, `${language}-sources`));
      return `${title}: left out, there is no ${tool} here; its sources are written, and not compiled`;
    }
    if (language === 'python') {
      buildWheel(join(output, language), join(output, 'built'));
      move(join(output, 'built'), join(packages, language));
      return `${title}: ${sizeText(join(packages, language))}`;
    }
    const lacking = peersNotServed(LANGUAGES[language]);
    runPacmak([root, ...lacking], language, output);
    for (const peer of lacking.map(contentOf)) {
      move(join(output, language, folderOf(peer)), join(bindings, language, folderOf(peer)));
    }
    move(join(output, language), join(packages, language));
    const made = lacking.map((folder) => contentOf(folder).name).join(', ');
    return `${title}: ${sizeText(join(packages, language))}${made === '' ? '' : `; made from npm: ${made}`}`;
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

/** The file that users download, with its size; of Go the whole folder, which is what they get. */
function sizeText(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  const size = (chosen) => chosen.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  const archive = files.find((file) => /\.(tgz|whl|nupkg)$|\d\.jar$/.test(file) && !/\bjsii\//.test(file));
  return archive === undefined
    ? `${relative(root, folder)}, ${files.length} files, ${size(files)} bytes`
    : `${relative(root, join(folder, archive))}, ${size([archive])} bytes`;
}

// What the compiler alone has made works in TypeScript; in the other languages objects would lose their classes.
if (!readFileSync(join(root, 'build/lib/constructs/stateful-set.js'), 'utf8').includes('jsii.rtti')) {
  console.error('build/ was not compiled by jsii: run npm run package');
  process.exit(2);
}
const asked = argv.slice(2);
const unknown = asked.filter((language) => !Object.hasOwn(LANGUAGES, language));
if (unknown.length > 0) {
  console.error(`no such language: ${unknown.join(', ')}; there are ${Object.keys(LANGUAGES).join(', ')}`);
  process.exit(2);
}
const reports = [];
// Each package has package.json in it, as npm packs it.
packedManifest();
try {
  for (const language of asked.length > 0 ? asked : Object.keys(LANGUAGES)) {
    console.log(`== ${LANGUAGES[language].title}`);
    reports.push(makePackage(language));
  }
} finally {
  packedManifest('--restore');
}
console.log(reports.join('\n'));
