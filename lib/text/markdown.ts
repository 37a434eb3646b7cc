/** What code hosts turn into links or mentions wherever it stands, save in code. */
const LINKED_WORD = /[@#]|:\/\/|www\.|\bGH-\d|!\d/i;

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/**
 * Text on one line that starts no markup, link or mention, for a paragraph, a heading, an item or a cell. Words that
 * would be linked or mention somebody stand in code quotes.
 */
export function markdownText(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words
    .map((word) => (LINKED_WORD.test(word) ? markdownCode(word) : withoutMarkup(word)))
    .join(' ')
    .replace(/^[-+]|^\d+(?=[.)])/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** Text on one line in code quotes, whatever back quotes it holds. Empty text is no code. */
export function markdownCode(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  if (line.trim() === '') {
    return '';
  }
  const quotes = '`'.repeat(longestRun(line) + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${quotes}${padding}${line}${padding}${quotes}`;
}

/** Lines of text in a block of code, which they cannot end. */
export function markdownBlock(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A table. Its cells are Markdown on one line. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** A bar ends a cell even in code, unless an odd number of backslashes stands before it. */
function cell(markdown: string): string {
  return markdown.replaceAll(
    /(\\*)\|/g,
    (_, before: string) => `${before}${before.length % 2 === 0 ? '' : '\\'}\\|`,
  );
}

function withoutMarkup(word: string): string {
  return word.replaceAll(/[\\`*_[\]~$!]/g, '\\$&').replaceAll(/[<>&]/g, (character) => ENTITIES[character]);
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
