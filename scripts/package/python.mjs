// The package for Python: what jsii-pacmak writes, made leaner, and built as jsii-pacmak builds it.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withAbsoluteLinks, withoutChecksOfDefaults } from './lean-python.mjs';

const requirements = createRequire(import.meta.url).resolve(
  'jsii-pacmak/lib/targets/python/requirements-dev.txt',
);

function rewrite(file, change) {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** Changes the sources that jsii-pacmak has written for a package, of which `root` is the folder. */
export function makeLean(sources, root, { name, version, bin, repository, jsii }) {
  const { module } = jsii.targets.python;
  const package_ = join(sources, 'src', ...module.split('.'));
  rewrite(join(package_, '__init__.py'), withoutChecksOfDefaults);
  rewrite(join(sources, 'README.md'), (text) => withAbsoluteLinks(text, repository));

  const [[command]] = Object.entries(bin);
  const values = { MODULE: module, PACKAGE: name, COMMAND: command };
  const script = readFileSync(join(import.meta.dirname, 'python-command.py'), 'utf8');
  writeFileSync(
    join(package_, '_jsii/bin', command),
    script.replaceAll(/@(\w+)@/g, (_, value) => values[value]),
  );

  // The command is unpacked once, here: each run would have to unpack it from the package for jsii.
  const [bundle, folder] = [join(root, 'build/bundle'), join(package_, '_jsii/command')];
  mkdirSync(folder);
  for (const file of readdirSync(bundle)) {
    copyFileSync(join(bundle, file), join(folder, file));
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, type: 'commonjs' }));
  rewrite(join(sources, 'setup.py'), (text) => withPackagedFiles(text, `${module}._jsii`, 'command/*'));
}

/** setup.py with more files among those that belong to a package. */
function withPackagedFiles(text, package_, files) {
  const [before, start] = [`"${package_}": [\n`, text.indexOf(`"${package_}": [\n`)];
  if (start === -1) {
    throw new Error(`setup.py has no package data of ${package_}: look at scripts/package/python.mjs`);
  }
  const end = start + before.length;
  return `${text.slice(0, end)}            "${files}",\n${text.slice(end)}`;
}

/** Builds the archive of sources and the wheel into a folder, with the tools that jsii-pacmak takes. */
export function buildWheel(sources, output) {
  const tools = mkdtempSync(join(tmpdir(), 'python-tools-'));
  const run = (command, ...words) => {
    execFileSync(command, words, { cwd: sources, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  try {
    run('python3', '-m', 'venv', tools);
    const python = join(tools, 'bin/python');
    run(python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements);
    run(python, '-m', 'build', '--outdir', output, sources);
    run(python, '-m', 'twine', 'check', ...readdirSync(output).map((file) => join(output, file)));
  } finally {
    rmSync(tools, { recursive: true });
  }
}
