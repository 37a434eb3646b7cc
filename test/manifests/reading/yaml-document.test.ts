import fc from 'fast-check';
import { InputProblemCode } from '../../../lib/manifests/reading/input-problem';
import { readYamlDocument } from '../../../lib/manifests/reading/yaml-document';
import { YamlProblem } from '../../../lib/manifests/reading/yaml-events';

function problemOf(text: string): Pick<YamlProblem, 'code' | 'line'> {
  try {
    readYamlDocument(text);
  } catch (error) {
    if (error instanceof YamlProblem) {
      return { code: error.code, line: error.line };
    }
    throw error;
  }
  throw new Error('was read');
}

describe('readYamlDocument', () => {
  test.each([
    ['a: 1\nb: [x, "2", \'3\']\n', { a: 1, b: ['x', '2', '3'] }],
    ['{"a": {"b": null}}', { a: { b: null } }],
    ['{"text": "\\ud83d\\ude00\\/"}', { text: '\u{1F600}/' }],
    ['a: &x {b: 1}\nc: *x\n', { a: { b: 1 }, c: { b: 1 } }],
    ['base: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n', { base: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
    ['d: {b: 1, <<: {b: 2}}', { d: { b: 2 } }],
    ['d: {<<: [{b: 1}, {b: 2, c: 3}]}', { d: { b: 1, c: 3 } }],
    ['"<<": {b: 1}', { '<<': { b: 1 } }],
    ['80: x\non: z\n', { 80: 'x', true: 'z' }],
    ['a: !!str 5\nb: !!int "5"\nc: !!binary aGk=\nd: !other 5\n', { a: '5', b: 5, c: 'hi', d: '5' }],
    ['a: |\n  x\n  y\nb: >-\n  x\n  y\n', { a: 'x\ny\n', b: 'x y' }],
    ['a: 1\n...\nb: 2\n', { a: 1 }],
    ['b:\n  a: [\n    x,\n  ]\n', { b: { a: ['x'] } }],
    ['b:\n  a: [\nx,\ny\n]\nc: {\n}', { b: { a: ['x', true] }, c: {} }],
    ['b:\n  a: "x\n  z"\n', { b: { a: 'x z' } }],
    ['a: 1e400', { a: '1e400' }],
  ])('%p', (text, value) => {
    expect(readYamlDocument(text).value).toEqual(value);
  });

  test.each(['', '# only a comment\n', '\n\n'])('%p is empty', (text) => {
    expect(readYamlDocument(text).value).toBeUndefined();
  });

  test('keys written twice are reported with their paths, and the last one counts', () => {
    const { value, duplicates } = readYamlDocument('a:\n  - b: 1\n    c: 2\n    b: 3\n');
    expect(value).toEqual({ a: [{ b: 3, c: 2 }] });
    expect(duplicates).toEqual([['a', 0, 'b']]);
  });

  test('a merge is no duplicate', () => {
    expect(readYamlDocument('a: &x {b: 1}\nc: {<<: *x, b: 2}\n').duplicates).toEqual([]);
  });

  test('keys that name a prototype are only keys', () => {
    const { value } = readYamlDocument('__proto__: {polluted: true}\nconstructor: 1\n');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([
    ['a: b: c', InputProblemCode.INPUT_SYNTAX],
    ['a:\n\t- 1', InputProblemCode.INPUT_SYNTAX],
    ['a: *nowhere', InputProblemCode.INPUT_SYNTAX],
    ['a: &x [*x]', InputProblemCode.INPUT_ALIASES],
    ['<<: 5', InputProblemCode.INPUT_SYNTAX],
    ['? [a]\n: 1', InputProblemCode.INPUT_SYNTAX],
    ['~: 1', InputProblemCode.INPUT_SYNTAX],
    ['a: .inf', InputProblemCode.INPUT_SYNTAX],
    ['a: !!int x', InputProblemCode.INPUT_SYNTAX],
    [`${'['.repeat(600)}${']'.repeat(600)}`, InputProblemCode.INPUT_SYNTAX],
  ])('fails on %p', (text, code) => {
    expect(problemOf(text).code).toBe(code);
  });

  test('fails where aliases multiply, at the alias, without expanding them', () => {
    const bomb = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'a0: &a0 x'
        : `a${level}: &a${level} [${Array(9)
            .fill(`*a${level - 1}`)
            .join(', ')}]`,
    ).join('\n');
    expect(problemOf(bomb)).toEqual({ code: InputProblemCode.INPUT_ALIASES, line: 8 });
  });

  test('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(readYamlDocument(JSON.stringify(value)).value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('throws nothing but YamlProblem', () => {
    const pieces = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '&x ',
      '*x',
      '<<: ',
      '{',
      '}',
      '[',
      ']',
      '"',
      '|\n',
      '!!int ',
      '? ',
      '#',
      '1',
      '---\n',
      '\t',
      '%',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        try {
          readYamlDocument(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(YamlProblem);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
