import { comparePaths, type FieldPath, pathText, valueAt } from '../../lib/manifests/field-path';

test.each<[FieldPath, string]>([
  [['spec', 'template', 'spec', 'containers', 0, 'image'], 'spec.template.spec.containers[0].image'],
  [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels[app.kubernetes.io/name]'],
  [['a', '0'], 'a[0]'],
  [[], ''],
])('%j is written %p', (path, text) => {
  expect(pathText(path)).toBe(text);
});

describe('valueAt', () => {
  const value = { a: [{ b: 1 }], n: null };
  test.each<[FieldPath, unknown]>([
    [['a', 0, 'b'], 1],
    [['a', 1, 'b'], undefined],
    [['a', 'b'], undefined],
    [['n'], undefined],
    [['toString'], undefined],
    [[], value],
  ])('%j', (path, found) => {
    expect(valueAt(value, path)).toEqual(found);
  });
});

test('paths sort step by step, indexes by number, a parent before its fields', () => {
  const paths: FieldPath[] = [['a', 10], ['a', 9, 'z'], ['a'], ['b'], ['a', 9]];
  expect([...paths].sort(comparePaths)).toEqual([['a'], ['a', 9], ['a', 9, 'z'], ['a', 10], ['b']]);
});
