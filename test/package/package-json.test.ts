import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface PackageJson {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
}

const manifest = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as PackageJson;

test('an install of the commands brings no other package', () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.peerDependenciesMeta).toEqual(
    Object.fromEntries(Object.keys(manifest.peerDependencies).map((name) => [name, { optional: true }])),
  );
});

test.each(['preinstall', 'install', 'postinstall', 'prepare'])(
  'nobody who installs the package runs a script of it: %s',
  (hook) => {
    expect(Object.keys(manifest.scripts)).toContain('prepack');
    expect(manifest.scripts[hook]).toBeUndefined();
  },
);
