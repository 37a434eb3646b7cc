import { markdownBlock, markdownCode, markdownTable, markdownText } from '../../lib/text/markdown';

describe('markdownText', () => {
  test.each([
    ['HTML', '<img src=x> &amp;', '&lt;img src=x&gt; &amp;amp;'],
    ['emphasis and links', '*a* _b_ [c](d) ~e~', '\\*a\\* \\_b\\_ \\[c\\](d) \\~e\\~'],
    ['code', 'a`b\\', 'a\\`b\\\\'],
    ['several lines', 'a\n\n# b', 'a `#` b'],
    ['an item', '- a', '\\- a'],
    ['a numbered item', '1. a', '1\\. a'],
  ])('starts no markup: %s', (_, text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  test.each([
    ['a mention', 'ask @team now', 'ask `@team` now'],
    ['an issue', 'see #1 and a/b#2', 'see `#1` and `a/b#2`'],
    ['an address', 'https://a.b www.c.d e@f.g', '`https://a.b` `www.c.d` `e@f.g`'],
  ])('puts %s into code quotes, where no code host links it', (_, text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });
});

describe('markdownCode', () => {
  test.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a``', '``` `a`` ```'],
    ['a\n b', '`a b`'],
    ['', ''],
  ])('quotes %j', (text, code) => {
    expect(markdownCode(text)).toBe(code);
  });
});

test('a block ends where it is said, whatever the text holds', () => {
  expect(markdownBlock('a\n```\n<b>', 'sh')).toBe('````sh\na\n```\n<b>\n````');
});

test('cells hold bars, with and without backslashes before them', () => {
  expect(markdownTable(['a'], [['b|c'], ['b\\|c'], ['b\\\\|c']])).toEqual([
    '| a |',
    '|---|',
    '| b\\|c |',
    '| b\\\\\\|c |',
    '| b\\\\\\|c |',
  ]);
});
