import fc from 'fast-check';
import { xmlAttribute, xmlText } from '../../lib/text/xml';

/** What XML 1.0 allows in a document. */
const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

test.each([
  ['<a href="b">&amp;', '&lt;a href="b"&gt;&amp;amp;', '&lt;a href=&quot;b&quot;&gt;&amp;amp;'],
  [']]>', ']]&gt;', ']]&gt;'],
  ['a\nb', 'a\nb', 'a\\nb'],
  ['\u0000\u001b\u000b\ufffe', '\\u0000\\u001b\\u000b\\ufffe', '\\u0000\\u001b\\u000b\\ufffe'],
])('%j is text and the value of an attribute', (text, content, attribute) => {
  expect([xmlText(text), xmlAttribute(text)]).toEqual([content, attribute]);
});

test('every text has only characters that XML 1.0 allows, and none that begins markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(xmlText(text)).toMatch(ALLOWED);
      expect(xmlText(text)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      expect(xmlAttribute(text)).toMatch(ALLOWED);
      expect(xmlAttribute(text)).not.toMatch(/[<>"\n\r\t]|&(?!amp;|lt;|gt;|quot;)/);
    }),
  );
});
