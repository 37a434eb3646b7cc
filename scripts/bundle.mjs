#!/usr/bin/env node
// Bundles the commands and the analysis of the library, with all that they need, into a few large files:
// build/bundle/main.js starts at once, and loads the file of the one command that was asked for. Loading hundreds of
// small files takes longer than a check takes. The code stays readable: a stack trace names the function, and a comment
// above it in the bundle names the source.
//
//   node scripts/bundle.mjs [FOLDER]
import { chmodSync, copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { argv } from 'node:process';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const folder = argv[2] ?? join(root, 'build/bundle');
const commands = readdirSync(join(root, 'lib/cli'))
  .filter((file) => file.endsWith('-command.ts'))
  .map((file) => basename(file, '.ts'));

const { version, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What several commands share, in few files: to find and open each takes a third of a millisecond. Lower ones first. */
const LAYERS = [
  ['base', /[\\/]lib[\\/](?:text[\\/]|cli[\\/](?:command|option|package-version|suggestion|terminal)\.ts)/],
  ['model', /[\\/]lib[\\/](?:kubernetes|manifests)[\\/](?!reading)/],
  ['reading', /[\\/]lib[\\/](?:manifests[\\/]reading|cli[\\/](?:arguments|input|settings)\.ts)/],
  ['rules', /[\\/]lib[\\/]check[\\/]/],
].map(([name, test], index, all) => ({ name, test, priority: all.length - index }));

const bundle = await rolldown({
  cwd: root,
  input: {
    ...Object.fromEntries(['main', ...commands].map((name) => [name, `lib/cli/${name}.ts`])),
    analysis: 'lib/api/analysis.ts',
    adoption: 'lib/cli/adoption.ts',
  },
  platform: 'node',
  // lib/cli/commands.ts requires a command when it is asked for, and adopt what writes code: files beside main.js.
  // That makes constructs, and takes the cdk8s that is installed beside this package.
  external: [
    ...[...commands, 'adoption'].map((name) => `./${name}`),
    ...Object.keys(peerDependencies),
    'js-yaml',
  ],
  makeAbsoluteExternalsRelative: false,
  transform: { target: 'node20', define: { BUNDLED_VERSION: JSON.stringify(version) } },
});
await bundle.write({
  dir: folder,
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  comments: { jsdoc: false },
  paths: { 'js-yaml': './js-yaml.js' },
  codeSplitting: { groups: LAYERS },
  cleanDir: true,
});
await bundle.close();
// A file of its own, as it is published: Node.js keeps what it compiles of it, which it does not of a module inside of
// another one, and V8 is slow at the object that the other published form keeps what it parses in.
const yaml = readFileSync(createRequire(import.meta.url).resolve('js-yaml'), 'utf8');
writeFileSync(join(folder, 'js-yaml.js'), yaml.replace(/^\/\/# sourceMappingURL=.*\n?/m, ''));
// It is a copy, and its license asks to stand beside each copy.
copyFileSync(join(root, 'node_modules/js-yaml/LICENSE'), join(folder, 'js-yaml.LICENSE'));
// npm makes it executable where it installs it; the packages of other languages run it as it is packed.
chmodSync(join(folder, 'main.js'), 0o755);
