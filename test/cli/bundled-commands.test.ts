import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as analysis from '../../lib/api/analysis';
import { packageVersion } from '../../lib/cli/package-version';
import { run } from './run-program';

const root = join(__dirname, '../..');
const manifests = join(root, 'dist/nginx.k8s.yaml');

/** Below the repository: the version of the program is that of the nearest package.json. */
let folder: string;

beforeAll(() => {
  mkdirSync(join(root, 'build'), { recursive: true });
  folder = mkdtempSync(join(root, 'build/bundled-'));
  execFileSync(process.execPath, [join(root, 'scripts/bundle.mjs'), folder]);
  writeFileSync(
    join(folder, 'tell-loaded-files.js'),
    `process.on('exit', () => require('node:fs').writeSync(3, Object.keys(require.cache).join('\\n')));`,
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the bundle as users do. `loaded` is the names of all files of code that were loaded. */
function runBundle(args: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly loaded: readonly string[];
} {
  const { status, output } = spawnSync(
    process.execPath,
    ['--require', join(folder, 'tell-loaded-files.js'), join(folder, 'main.js'), ...args],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const [, out, err, loaded] = output.map((text) => text ?? '');
  return { code: status, out, err, loaded: loaded.split('\n').map((file) => basename(file)) };
}

test.each([
  [['check', manifests]],
  [['plan', '--from', manifests, '--to', manifests, '-o', 'json']],
  [['show', manifests]],
  [['check', '/no/such/file']],
  [['chekc']],
  [['--help']],
])('%j does bundled what it does otherwise', (args) => {
  const { code, out, err } = runBundle(args);
  expect({ code, out, err }).toEqual(run(args));
});

test('a check loads few of the files, and neither plan nor show', () => {
  const { loaded } = runBundle(['check', manifests]);
  expect(loaded).toContain('check-command.js');
  expect(loaded).not.toContain('plan-command.js');
  expect(loaded).not.toContain('show-command.js');
  expect(loaded.length).toBeLessThan(25);
});

test('--version loads no command', () => {
  const { out, loaded } = runBundle(['--version']);
  expect(out).toBe(`${packageVersion()}\n`);
  expect(loaded.filter((file) => file.endsWith('-command.js'))).toEqual([]);
});

test('the analysis that the library loads is the same, bundled', () => {
  const bundled = JSON.parse(
    execFileSync(process.execPath, ['-p', `JSON.stringify(Object.keys(require('./analysis')))`], {
      cwd: folder,
      encoding: 'utf8',
    }),
  ) as string[];
  expect(bundled.sort()).toEqual(Object.keys(analysis).sort());
});

test('the bundle needs nothing but Node.js, and what writes code needs cdk8s', () => {
  const required = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, id]) => [
      file,
      id,
    ]),
  );
  expect(required.map(([, id]) => id)).toContain('node:fs');
  const others = required.filter(([, id]) => !/^(?:node:|\.\/)/.test(id));
  expect(others.map((pair) => pair.join(' ')).sort()).toEqual([
    'adoption.js cdk8s',
    'adoption.js cdk8s-plus-28',
    'adoption.js constructs',
  ]);
});

test('adopt says what to install where cdk8s is missing, and no other command misses it', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'bundled-'));
  cpSync(folder, elsewhere, { recursive: true });
  const started = (...args: readonly string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [join(elsewhere, 'main.js'), ...args], { encoding: 'utf8' });
  const adopted = started('adopt', manifests);
  expect(adopted).toMatchObject({ status: 2, stdout: '' });
  expect(adopted.stderr).toMatch(/cdk8s is missing.*npm install cdk8s-stateful/);
  expect(started('--help')).toMatchObject({ status: 0, stderr: '' });
  rmSync(elsewhere, { recursive: true });
});

test('a stack trace names functions', () => {
  const failing = `require('./check-command').checkCommand.run([${JSON.stringify(manifests)}], {
    out: { write() { throw new Error('the cause'); } },
  });`;
  const { stderr } = spawnSync(process.execPath, ['-e', failing], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toMatch(/Error: the cause\n +at Object\.write .*\n +at .*\brun\b.*check-command\.js:\d+/);
});
