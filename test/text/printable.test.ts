import fc from 'fast-check';
import { jsonText, printable, printableData, printableLines } from '../../lib/text/printable';

describe('printable', () => {
  test.each([
    ['a terminal sequence', '\u001b[2J', '\\u001b[2J'],
    ['a terminal sequence of one character', '\u009b2J', '\\u009b2J'],
    ['a rubbed-out character', 'a\u007f', 'a\\u007f'],
    ['line breaks and tabs', 'a\r\n\tb', 'a\\r\\n\\tb'],
    ['separators of lines that only some programs know', '\u0085\u2028\u2029', '\\u0085\\u2028\\u2029'],
    ['a turned direction', '\u202egpj.exe\u202c\u2066', '\\u202egpj.exe\\u202c\\u2066'],
    ['what has no width', 'a\u200bb\ufeffc\u00add\u2060', 'a\\u200bb\\ufeffc\\u00add\\u2060'],
    ['tags', '\u{e0041}', '\\udb40\\udc41'],
    ['half a character', '\ud83d', '\\ud83d'],
    ['no characters', '\ufffe\uffff', '\\ufffe\\uffff'],
  ])('writes out %s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('leaves what can be seen', () => {
    const text = 'StatefulSet prod/wéb: 中文 ünïcode 😀 \\u001b "a" · 10%';
    expect(printable(text)).toBe(text);
  });

  test('is done once: what is printable stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(printable(text))).toBe(printable(text));
      }),
    );
  });
});

test('printableLines keeps line breaks alone', () => {
  expect(printableLines('a\n\tb\r\n\u001b')).toBe('a\n\\tb\\r\n\\u001b');
});

test('printableData reaches each text and each key', () => {
  const data = { 'a\n': ['\u001b', { b: '\u202e' }], c: 1, d: true, e: null, f: undefined };
  expect(printableData(data)).toEqual({
    'a\\n': ['\\u001b', { b: '\\u202e' }],
    c: 1,
    d: true,
    e: null,
    f: undefined,
  });
});

test('jsonText is parsed to what it was made of, and holds nothing that cannot be seen', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), (data) => {
      const text = jsonText(data);
      expect(JSON.parse(text)).toEqual({ ...data });
      expect(text.replaceAll('\n', '')).toBe(printable(text.replaceAll('\n', '')));
    }),
  );
});
