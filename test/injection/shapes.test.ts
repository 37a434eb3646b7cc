import { brokenAnnotations, brokenMarkdown, brokenMermaid, brokenSvg, unseenIn } from './shapes';

describe('what the suite looks for is found:', () => {
  test.each(['a\u001b[2J', '\u009b', 'a\tb', '\u2028', '\u202e', '\u200b', '\u{e0041}', '\ud800'])(
    '%j cannot be seen',
    (text) => {
      expect(unseenIn(text)).toBeDefined();
    },
  );

  test.each([
    'See <b>',
    'See `a` <b> `c`',
    'See @team',
    'See [a](b)',
    'See https://a.b',
    '```\na',
    '| a | b |\n|---|---|\n| a | b | c |',
    '> a',
    'See *a*',
  ])('%j is broken Markdown', (text) => {
    expect(brokenMarkdown(text)).not.toEqual([]);
  });

  test('Markdown that holds these as text is whole', () => {
    expect(brokenMarkdown('### `@a` \\[b\\] &lt;\n\n```\n<b> @c\n```\n\n| a\\|b | ``c`|``|\n')).toEqual([]);
  });

  test.each([
    '::error file=a:b,title=A::x',
    '::error file=a,b=c,title=A::x',
    '::error title=A::x%0D',
    '::error title=A::x\n::set-output name=a::b',
    '::add-mask::x',
    'FORGED',
  ])('%j is no annotation', (text) => {
    expect(brokenAnnotations(`${text}\n`)).not.toEqual([]);
  });

  test.each([
    '  click s0 "javascript:"\n',
    '  s0v0["a"] --> b["c"]\n',
    '  s0v0["a"b"]\n',
    '%%{init: {}}%%\n',
  ])('%j is no line of a chart', (text) => {
    expect(brokenMermaid(text)).not.toEqual([]);
  });

  test.each([
    '<svg></svg><svg></svg>',
    '<svg><script></script></svg>',
    '<svg><g></svg>',
    '<svg>&nbsp;</svg>',
    '<svg>a & b</svg>',
    '<svg a="<"/>',
    '<svg>',
  ])('%j is no drawing', (text) => {
    expect(brokenSvg(text)).toBeDefined();
  });
});
