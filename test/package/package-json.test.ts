import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface PackageJson {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
}

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(text) as PackageJson;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-json-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('an install of the commands brings no other package', () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.peerDependenciesMeta).toEqual(
    Object.fromEntries(Object.keys(manifest.peerDependencies).map((name) => [name, { optional: true }])),
  );
});

test.each(['preinstall', 'install', 'postinstall'])(
  'nobody who installs the package runs a script of it: %s',
  (hook) => {
    expect(Object.keys(manifest.scripts)).toContain('prepack');
    expect(manifest.scripts[hook]).toBeUndefined();
  },
);

test('an install from git builds the package, and the script for it is taken out while npm packs', () => {
  expect(manifest.scripts.prepare).toBe('node scripts/prepare.mjs');
  const [repository, script] = [join(folder, 'repository'), 'scripts/packed-manifest.mjs'];
  mkdirSync(join(repository, 'scripts'), { recursive: true });
  mkdirSync(join(repository, 'build'));
  copyFileSync(join(root, script), join(repository, script));
  copyFileSync(join(root, 'package.json'), join(repository, 'package.json'));
  const packed = (): PackageJson =>
    JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as PackageJson;

  execFileSync(process.execPath, [join(repository, script)]);
  const { prepare, ...others } = manifest.scripts;
  expect(prepare).toBeDefined();
  expect(packed()).toEqual({ ...manifest, scripts: others });

  execFileSync(process.execPath, [join(repository, script), '--restore']);
  expect(readFileSync(join(repository, 'package.json'), 'utf8')).toBe(text);
});
