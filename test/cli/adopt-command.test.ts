import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { runProgram } from '../../lib/cli/program';
import { ManifestYaml } from '../../lib/app/yaml/manifest-yaml';
import { service, set } from '../adopt/objects';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'adopt-'));
  const objects = [set(), service('web-headless', { clusterIP: 'None' })];
  writeFileSync(path.join(folder, 'web.yaml'), new ManifestYaml().stringify(objects));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(...args: string[]): { readonly code: number; readonly out: string; readonly err: string } {
  const written = { out: '', err: '' };
  const code = runProgram(['adopt', ...args], {
    out: { write: (text) => (written.out += text) },
    err: { write: (text) => (written.err += text) },
  });
  return { code, ...written };
}

it('prints the code, and on standard error the plan that says none', () => {
  const { code, out, err } = run(path.join(folder, 'web.yaml'));
  expect(code).toBe(0);
  expect(out).toContain('export class WebChart extends Chart {');
  expect(err).toContain('Adopted: 1 StatefulSet, 1 Service');
  expect(err).toContain('none: nothing changes');
});

it('writes a whole app into a new folder', () => {
  const app = path.join(folder, 'apps', 'web');
  const { code, out } = run(path.join(folder, 'web.yaml'), '--out-dir', app);
  expect(code).toBe(0);
  expect(out.split('\n').filter((line) => line !== '')).toHaveLength(readdirSync(app).length);
  expect(JSON.parse(readFileSync(path.join(app, 'package.json'), 'utf8'))).toMatchObject({ name: 'web' });
  expect(readFileSync(path.join(app, 'chart.test.ts'), 'utf8')).toContain('toBeUpgradeSafeFrom');
});

it('writes over nothing, and leaves nothing half-written', () => {
  const app = path.join(folder, 'app');
  mkdirSync(app);
  writeFileSync(path.join(app, 'main.ts'), 'mine');
  const { code, err } = run(path.join(folder, 'web.yaml'), '--out-dir', app);
  expect(code).toBe(2);
  expect(err).toContain('[OUTPUT_EXISTS]');
  expect(readdirSync(app)).toEqual(['main.ts']);
  expect(readFileSync(path.join(app, 'main.ts'), 'utf8')).toBe('mine');
});

it('says where it cannot write', () => {
  const { code, err } = run(path.join(folder, 'web.yaml'), '--out-dir', path.join(folder, 'web.yaml', 'app'));
  expect(code).toBe(2);
  expect(err).toContain('[OUTPUT_NOT_WRITTEN]');
  expect(existsSync(path.join(folder, 'web.yaml'))).toBe(true);
});

it.each([
  [[], 'no input'],
  [['web.yaml', '--set', 'db'], '--set db: the input has no StatefulSet of this name'],
])('fails with wrong usage: %j', (args, message) => {
  const { code, out, err } = run(...args.map((arg) => (arg === 'web.yaml' ? path.join(folder, arg) : arg)));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});
