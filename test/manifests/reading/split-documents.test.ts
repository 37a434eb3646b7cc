import { lineAt, splitDocuments } from '../../../lib/manifests/reading/split-documents';

describe('splitDocuments', () => {
  test('splits at separators and keeps the lines', () => {
    expect(splitDocuments('a: 1\n---\nb: 2\n--- # comment\r\nc: 3').documents).toEqual([
      { text: 'a: 1\n', line: 1 },
      { text: 'b: 2\n', line: 3 },
      { text: 'c: 3', line: 5 },
    ]);
  });

  test('only a line that begins with --- separates', () => {
    expect(splitDocuments('a: "---"\nb: |\n  ---\n').documents).toHaveLength(1);
  });

  test('reports what stands after a separator', () => {
    expect(splitDocuments('a: 1\n--- b: 2\n----\n').badSeparators).toEqual([2, 3]);
  });
});

test('lineAt counts from 1', () => {
  expect([0, 1, 2, 4].map((offset) => lineAt('a\nb\nc', offset))).toEqual([1, 1, 2, 3]);
});
