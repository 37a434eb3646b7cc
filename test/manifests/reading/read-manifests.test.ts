import fc from 'fast-check';
import { InputProblemCode } from '../../../lib/manifests/reading/input-problem';
import { objectText } from '../../../lib/manifests/manifest';
import { readManifests } from '../../../lib/manifests/reading/read-manifests';

const CLAIM = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\n';

describe('readManifests', () => {
  test('reads several documents with their lines', () => {
    const text = `# tool\n${CLAIM}---\n\n---\n# a comment\n\n${CLAIM}  namespace: prod\nspec:\n  accessModes:\n    - ReadWriteOnce\n`;
    const { manifests, problems } = readManifests(text, 'a.yaml');
    expect(problems).toEqual([]);
    expect(manifests.map(objectText)).toEqual([
      'PersistentVolumeClaim data',
      'PersistentVolumeClaim prod/data',
    ]);
    expect(manifests.map(({ source }) => source)).toEqual([
      { file: 'a.yaml', line: 2 },
      { file: 'a.yaml', line: 11 },
    ]);
    const paths = [
      ['metadata', 'namespace'],
      ['spec', 'accessModes', 0],
      ['spec', 'absent', 'field'],
      ['absent'],
      [],
    ];
    expect(paths.map((path) => manifests[1].lineOf(path))).toEqual([15, 18, 16, 11, 11]);
  });

  test('byte order marks and carriage returns are harmless', () => {
    const { manifests, problems } = readManifests(`\uFEFF${CLAIM.replaceAll('\n', '\r\n')}`, 'a.yaml');
    expect(problems).toEqual([]);
    expect(manifests.map(({ name, lineOf }) => [name, lineOf(['metadata', 'name'])])).toEqual([['data', 4]]);
  });

  test('lists are flattened, each item with its line', () => {
    const list = `kind: List\napiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: {name: a}\n- apiVersion: v1\n  kind: Service\n  metadata: {name: b}\n`;
    const { manifests } = readManifests(list, 'list.yaml');
    expect(manifests.map(({ name, source, lineOf }) => [name, source.line, lineOf(['metadata'])])).toEqual([
      ['a', 4, 6],
      ['b', 7, 9],
    ]);
  });

  test('a bracket that is closed below its key is read, and the lines stay', () => {
    const text = `${CLAIM}spec:\n  accessModes: [\n    ReadWriteOnce\n  ]\n  volumeMode: Block\n`;
    const { manifests, problems } = readManifests(text, 'a.yaml');
    expect(problems).toEqual([]);
    expect(manifests[0].lineOf(['spec', 'volumeMode'])).toBe(9);
  });

  test('items of a typed list take its kind', () => {
    const text = '{"kind":"StatefulSetList","apiVersion":"apps/v1","items":[{"metadata":{"name":"web"}}]}';
    expect(readManifests(text, 'a.json').manifests.map(objectText)).toEqual(['StatefulSet web']);
  });

  test('keys written twice belong to their object', () => {
    const text = `${CLAIM}---\n${CLAIM}  name: twice\n`;
    expect(
      readManifests(text, 'a.yaml').manifests.map(({ name, duplicateKeys }) => [name, duplicateKeys]),
    ).toEqual([
      ['data', []],
      ['twice', [['metadata', 'name']]],
    ]);
  });

  test('fails a document alone: the others are read', () => {
    const { manifests, problems } = readManifests(`${CLAIM}---\na: b: c\n---\n${CLAIM}`, 'a.yaml');
    expect(manifests).toHaveLength(2);
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      [InputProblemCode.INPUT_SYNTAX, 'a.yaml', 6],
    ]);
  });

  test.each([
    '[1]',
    'text',
    '{"apiVersion":"v1"}',
    'kind: 5\napiVersion: v1',
    '{"kind":"List","apiVersion":"v1","items":[5]}',
  ])('fails on %p, which is no object', (text) => {
    const { manifests, problems } = readManifests(text, 'a.yaml');
    expect(manifests).toEqual([]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      [InputProblemCode.INPUT_NOT_AN_OBJECT, 1],
    ]);
  });

  test.each(['---\na\n', '--- a\n', '---\n"a\n', '---\n{"kind":"List","apiVersion":"v1","items":[1,2]}\n'])(
    'lists the first of very many problems, and counts the others: %j',
    (bad) => {
      const { problems, moreProblems } = readManifests(bad.repeat(20_000), 'a.yaml');
      expect(problems).toHaveLength(20);
      expect(moreProblems).toBe((bad.includes('[1,2]') ? 40_000 : 20_000) - 20);
    },
  );

  test('never throws, and a line is always within the text', () => {
    fc.assert(
      fc.property(fc.nat(CLAIM.length * 2), fc.string({ unit: 'binary', maxLength: 5 }), (at, noise) => {
        const whole = `${CLAIM}---\n${CLAIM}`;
        const text = whole.slice(0, at) + noise + whole.slice(at);
        const { manifests, problems } = readManifests(text, 'a.yaml');
        const lines = [
          ...manifests.flatMap((manifest) => [manifest.source.line, manifest.lineOf(['metadata', 'name'])]),
          ...problems.map(({ line }) => line ?? 1),
        ];
        expect(Math.max(1, ...lines)).toBeLessThanOrEqual(text.split('\n').length);
        expect(Math.min(1, ...lines)).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });
});
