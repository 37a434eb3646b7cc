import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compatibility-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A package of one class, as jsii describes it. */
function writePackage(version: string, methods: readonly string[]): string {
  const path = join(folder, version);
  mkdirSync(path);
  const content = { name: 'stateful', version, jsii: {} };
  writeFileSync(join(path, 'package.json'), JSON.stringify(content));
  const fqn = 'stateful.Volume';
  const described = { assembly: 'stateful', fqn, kind: 'class', name: 'Volume', initializer: {} };
  const types = { [fqn]: { ...described, methods: methods.map((name) => ({ name })) } };
  const assembly = { ...content, schema: 'jsii/0.10.0', fingerprint: version, jsiiVersion: '6.0.16', types };
  writeFileSync(join(path, '.jsii'), JSON.stringify(assembly));
  return path;
}

/** Compares a release that has the methods `mount` and `grow`. */
function compare(methods: readonly string[], changelog: string): SpawnSyncReturns<string> {
  const [released, current] = [writePackage('1.2.0', ['mount', 'grow']), writePackage('1.3.0', methods)];
  const file = join(folder, 'CHANGELOG.md');
  writeFileSync(file, changelog);
  const options = ['--released', released, '--current', current, '--changelog', file];
  return spawnSync(process.execPath, [join(root, 'scripts/compatibility.mjs'), ...options], {
    encoding: 'utf8',
  });
}

const NOTHING = '# Changelog\n\n## Unreleased\n\n- More volumes.\n';

test('passes where code of users goes on to work', () => {
  const { status, stdout } = compare(['mount', 'grow', 'shrink'], NOTHING);
  expect(status).toBe(0);
  expect(stdout).toContain('compared with stateful 1.2.0: 0 breaking changes');
});

test('fails where a method is gone, and says what to do', () => {
  const { status, stdout, stderr } = compare(['mount'], NOTHING);
  expect(status).toBe(1);
  expect(stderr).toContain('breaks code written for 1.2.0: METHOD stateful.Volume.grow: has been removed;');
  expect(stderr).toContain('`Volume.grow`');
  expect(stdout).toContain('1 breaking changes, 1 without an entry');
});

test.each([
  ['the method', '- Breaking: `Volume.grow` is gone.\n'],
  ['a call of it, in a later line', '- Breaking: what nobody\n  used is gone, `Volume.grow(size)`.\n'],
])('passes where the changelog names %s as breaking', (_, entry) => {
  const { status, stdout } = compare(['mount'], `${NOTHING}${entry}`);
  expect(stdout).toContain('named in CHANGELOG.md: METHOD stateful.Volume.grow');
  expect(status).toBe(0);
});

test.each([
  ['without calling it breaking', '- `Volume.grow` is gone.\n'],
  ['for another method', '- Breaking: `Volume.mount` is gone.\n'],
  ['under an earlier release', '\n## 1.2.0\n\n- Breaking: `Volume.grow` is gone.\n'],
])('fails where the changelog names it %s', (_, entry) => {
  const { status, stderr } = compare(['mount'], `${NOTHING}${entry}`);
  expect(stderr).toContain('breaks code written for 1.2.0: METHOD stateful.Volume.grow');
  expect(status).toBe(1);
});

test('fails where one of the two cannot be read', () => {
  rmSync(join(writePackage('1.1.0', []), '.jsii'));
  const options = ['--released', join(folder, '1.1.0'), '--current', writePackage('1.3.0', [])];
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/compatibility.mjs'), ...options],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toContain('jsii-diff failed');
});
