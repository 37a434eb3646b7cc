import { matchesGlob } from '../../lib/cli/glob';

test.each([
  ['vendor/**', 'vendor/a.yaml', true],
  ['vendor/**', 'dist/vendor/a/b.yaml', true],
  ['vendor', 'dist/vendor/a.yaml', true],
  ['vendor/', 'vendor/a.yaml', true],
  ['./vendor/**', 'vendor/a.yaml', true],
  ['vendor/**', 'vendors/a.yaml', false],
  ['vendor', 'my-vendor/a.yaml', false],
  ['*.k8s.yaml', 'dist/web.k8s.yaml', true],
  ['*.yaml', 'dist/web.yml', false],
  ['dist/*.yaml', 'dist/a/web.yaml', false],
  ['dist/**/web.yaml', 'dist/web.yaml', true],
  ['dist/**/web.yaml', 'dist/a/b/web.yaml', true],
  ['w?b.yaml', 'web.yaml', true],
  ['w?b.yaml', 'w/b.yaml', false],
  ['a.c', 'abc', false],
  ['a(b)+[c].yaml', 'a(b)+[c].yaml', true],
  ['dist/*.yaml', 'C:\\work\\dist\\web.yaml', true],
])('%s and %s: %s', (pattern, file, expected) => {
  expect(matchesGlob(file, pattern)).toBe(expected);
});
