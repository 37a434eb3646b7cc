import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface PackageJson {
  readonly types: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly typesVersions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const manifest = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as PackageJson;

/** The entries that have types, such as `./jest`, and where these are. */
const typed = Object.entries(manifest.exports).flatMap(([entry, target]) =>
  typeof target === 'string' ? [] : [{ entry, ...target }],
);

test('the types of the main entry are the same with and without `exports`', () => {
  expect(typed).toContainEqual(expect.objectContaining({ entry: '.', types: `./${manifest.types}` }));
});

test('`moduleResolution: node10`, which knows no `exports`, finds the same types of all other entries', () => {
  const others = typed.filter(({ entry }) => entry !== '.');
  expect(others.length).toBeGreaterThan(0);
  expect(manifest.typesVersions).toEqual({
    '*': Object.fromEntries(
      others.map(({ entry, types }) => [entry.replace(/^\.\//, ''), [types.replace(/^\.\//, '')]]),
    ),
  });
});

test.each(typed)('types and code of $entry are compiled from one file', ({ types, default: code }) => {
  expect(types.replace(/\.d\.ts$/, '')).toBe(code.replace(/\.js$/, ''));
});
