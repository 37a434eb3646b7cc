#!/usr/bin/env node
// The processor time that it takes to write sets in each language, with this library and with cdk8s-plus-28, and how often Python
// crosses to Node.js for a set. Prints tables in Markdown, of the packages that stand in build/packages/.
//
//   npm run package && npm run bench:languages [-- ROUNDS]
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { argv, execPath, stderr } from 'node:process';
import { hasToolchain, LANGUAGES } from './package/languages.mjs';
import { projectsFolder, root, run } from './smoke-test-languages/project.mjs';
import { PROJECTS } from './smoke-test-languages/projects.mjs';

const SETS = 1000;
const rounds = Number(argv[2] ?? 3);
const SYSTEMS = {
  stateful: 'this library',
  'values-once': 'the same, values made once',
  plus: 'cdk8s-plus-28',
};

const folder = projectsFolder('bench-languages-');
const cwd = join(folder, 'app');
mkdirSync(cwd);

/** Seconds of processor time that a command and all that it started took; it writes to dist/. */
function measured(words) {
  rmSync(join(cwd, 'dist'), { recursive: true, force: true });
  // What the command itself says of errors is shown, and the times are what is printed.
  const script = 'TIMEFORMAT="%U %S"; { time "$@" >/dev/null 2>&3; } 3>&2 2>&1';
  // Python keeps what it compiled, as it does by itself.
  const python = ['env', 'PYTHONDONTWRITEBYTECODE='];
  const [user, system] = run(cwd, ...python, 'bash', '-c', script, 'bash', ...words)
    .trim()
    .split(' ')
    .map(Number);
  return user + system;
}

function medianOf(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** What runs in a language: its title, and the words that write so many sets with a system. */
function typescript() {
  const program = join(root, 'build/bench/one-run.js');
  return {
    title: 'TypeScript',
    systems: ['stateful', 'plus'],
    words: (system, count) => [execPath, program, system, '1', String(count), 'dist'],
  };
}

function variantsOf(language) {
  const { title } = LANGUAGES[language];
  if (!hasToolchain(LANGUAGES[language])) {
    stderr.write(`${title}: left out, there is no ${LANGUAGES[language].tool} here\n`);
    return [];
  }
  const home = join(folder, language);
  mkdirSync(home);
  const project = PROJECTS[language].install(home);
  const program = join(root, 'bench/languages', project.file('main'));
  const systems = Object.keys(SYSTEMS);
  const variant = (name, command) => ({
    title: name,
    systems,
    words: (system, count) => [...command, system, String(count)],
  });
  const variants = [variant(title, project.command(program))];
  return language === 'python'
    ? [
        ...variants,
        { ...variant('Python -O', project.command(program, '-O')), crossings: crossingsIn(project, program) },
      ]
    : variants;
}

/** How often a set crosses to Node.js, by kind: what eleven sets cross oftener than one, by ten. */
function crossingsIn(project, program) {
  const count = (system, sets) => {
    const counter = project.command(join(root, 'bench/languages/crossings.py'));
    return JSON.parse(run(cwd, ...counter, program, system, String(sets)));
  };
  return Object.keys(SYSTEMS).map((system) => {
    const [many, one] = [count(system, 11), count(system, 1)];
    const kinds = Object.keys(many)
      .map((kind) => [kind, (many[kind] - one[kind]) / 10])
      .filter(([, times]) => times > 0);
    return `| ${SYSTEMS[system]} | ${kinds.map(([kind, times]) => `${times} ${kind}`).join(', ')} |`;
  });
}

try {
  const variants = [typescript(), ...Object.keys(PROJECTS).flatMap(variantsOf)];
  const rows = variants.flatMap((variant) =>
    variant.systems.map((system) => ({ variant, system, runs: [] })),
  );
  const manifests = new Map();
  // The languages take turns, so that a busy moment of the machine meets all of them.
  for (let round = 1; round <= rounds; round++) {
    for (const { variant, system, runs } of rows) {
      stderr.write(`round ${round}: ${variant.title}, ${SYSTEMS[system]}\n`);
      const [one, all] = [1, SETS].map((count) => measured(variant.words(system, count)));
      runs.push({ one, all });
      const manifest = readFileSync(join(cwd, 'dist/chart-0.k8s.yaml'), 'utf8');
      const library = system === 'plus' ? 'plus' : 'stateful';
      assert.equal(manifest, manifests.get(library) ?? manifest, `${variant.title}, ${SYSTEMS[system]}`);
      manifests.set(library, manifest);
    }
  }
  const cell = (runs, choose) => medianOf(runs.map(choose)).toFixed(2);
  const lines = rows.map(({ variant, system, runs }) =>
    [variant.title, SYSTEMS[system], cell(runs, ({ one }) => one), cell(runs, ({ all }) => all)].join(' | '),
  );
  console.log(
    [
      '| language | constructs of | one set, s | 1,000 sets, s |',
      '| --- | --- | ---: | ---: |',
      ...lines.map((line) => `| ${line} |`),
      '',
      '| in Python | for each set |',
      '| --- | --- |',
      ...variants.flatMap(({ crossings = [] }) => crossings),
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true });
}
