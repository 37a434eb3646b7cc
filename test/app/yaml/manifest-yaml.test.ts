import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { ManifestYaml } from '../../../lib/app/yaml/manifest-yaml';

// Thousands of documents, on machines of any speed.
jest.setTimeout(120_000);

const yaml = new ManifestYaml();

/** What YAML treats specially, alone or beside other characters, and what it does not. */
const FRAGMENTS = [
  ...[
    'a',
    'Z',
    'é',
    'ü',
    '日本',
    '😀',
    '\ud800',
    '\udc00',
    '\ufeff',
    '\ufffe',
    '0',
    '7',
    '19',
    '_',
    '+',
    '.',
  ],
  ...[
    '-',
    '- ',
    '? ',
    '?',
    ':',
    ': ',
    ',',
    ', ',
    '#',
    ' #',
    '&',
    '*',
    '!',
    '|',
    '>',
    '|-',
    '%',
    '@',
    '`',
    '=',
  ],
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '<<',
    '~',
    '---',
    '...',
    '%TAG',
    '/',
    '\\',
    '\\n',
    '$(HOST)',
    '${B}',
    '^',
    ';',
  ],
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    ' \n',
    '\n ',
    '\t\n',
    '\n\t',
    '\0',
    '\x07',
    '\x1f',
    '\x7f',
    '\x85',
  ],
  ...[
    '\xa0',
    '\u2028',
    '\u2029',
    'y',
    'N',
    'no',
    'Yes',
    'on',
    'OFF',
    'true',
    'False',
    'null',
    'NULL',
    'e',
    'x',
    'o',
  ],
  ...[
    '0x1F',
    '0b11',
    '0o17',
    '017',
    '1_000',
    '1e3',
    'E0',
    '.5',
    '.inf',
    '.NaN',
    '12:30:45',
    '2024-01-01',
    'T10:00:00Z',
  ],
  ...['postgres:16.4', 'https://example.com', 'sha256:', '10Gi', '250m', '10.0.0.0/16', 'w'.repeat(90)],
];

const TEXT = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 6 }).map((fragments) => fragments.join('')),
  fc.constantFrom(...FRAGMENTS),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const NUMBER = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -0, 1e21, -1e21, 1e-7, 2 ** 53, NaN, Infinity, -Infinity),
);

const SCALAR = fc.oneof(
  { weight: 6, arbitrary: TEXT },
  NUMBER,
  fc.boolean(),
  fc.constantFrom(null, undefined),
);

const DATA = fc.letrec<{ data: unknown; sequence: unknown[]; mapping: Record<string, unknown> }>((tie) => ({
  data: fc.oneof({ maxDepth: 6, withCrossShrink: true }, SCALAR, tie('sequence'), tie('mapping')),
  sequence: fc.array(tie('data'), { maxLength: 4 }),
  mapping: fc.dictionary(TEXT, tie('data'), { maxKeys: 4, noNullPrototype: true }),
}));

function expectSame(documents: readonly unknown[]): void {
  expect(yaml.stringify(documents)).toBe(Yaml.stringify(...documents));
}

describe('ManifestYaml', () => {
  test('writes mappings of anything as cdk8s does', () => {
    fc.assert(
      fc.property(DATA.mapping, (document) => {
        expectSame([document]);
      }),
      { numRuns: 1500 },
    );
  });
  test('writes documents of any kind as cdk8s does', () => {
    fc.assert(fc.property(fc.array(DATA.data, { maxLength: 3 }), expectSame), { numRuns: 500 });
  });
  test('writes every text at any depth, as a value, as an item and as a key, as cdk8s does', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        expectSame([
          { [text]: text, next: [text, [text], { deep: { deeper: text }, last: [{ [text]: text }] }] },
        ]);
      }),
      { numRuns: 1500 },
    );
  });
  test('writes all short words of letters, digits and punctuation as cdk8s does', () => {
    const characters = 'e E x o b n N y f t 0 1 9 _ . : + - / % @ = ,'.split(' ');
    const words = characters.flatMap((a) =>
      ['', ...characters].flatMap((b) => ['', ...characters].map((c) => a + b + c)),
    );
    expectSame([words]);
    expectSame([Object.fromEntries(words.map((word) => [word, 0]))]);
  });
  test('writes an object that occurs twice with an anchor, as cdk8s does', () => {
    const labels = { app: 'db' };
    expectSame([{ selector: labels, labels }]);
    expect(yaml.stringify([{ selector: labels, labels }])).toContain('*a1');
  });
  test.each([
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['a set', new Set([1])],
    ['bytes', new Uint8Array([1, 2])],
    ['a big integer', 10n],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 })],
    ['an object with toJSON', { a: 1, toJSON: () => ({ b: 2 }) }],
    ['a list with holes', [1, , 2]],
  ])('writes %s as cdk8s does', (_, value) => {
    expectSame([{ value, list: [{ kind: 'other' }] }]);
    expectSame([value]);
  });
  test('writes an absent document as an empty one', () => {
    expectSame([undefined, { a: 1 }, null, 'text']);
    expectSame([]);
  });
});
