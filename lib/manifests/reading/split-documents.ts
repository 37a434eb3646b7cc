/** One document of a text with several, and the line (from 1) at which it begins. */
export interface DocumentText {
  readonly text: string;
  readonly line: number;
}

/** A text in its documents, and the lines that begin with `---` but are no separators. */
export interface SplitText {
  readonly documents: readonly DocumentText[];
  readonly badSeparators: readonly number[];
}

/**
 * Splits a text at its `---` lines, as kubectl does: a separator stands at the beginning of a line, and only a
 * comment may follow it.
 */
export function splitDocuments(text: string): SplitText {
  const documents: DocumentText[] = [];
  const badSeparators: number[] = [];
  let start = 0;
  let startLine = 1;
  let line = 1;
  for (let from = 0; from < text.length; line += 1) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end + 1;
    if (text.startsWith('---', from)) {
      const rest = text.slice(from + 3, to).trim();
      if (rest !== '' && !rest.startsWith('#')) {
        badSeparators.push(line);
      }
      documents.push({ text: text.slice(start, from), line: startLine });
      start = to;
      startLine = line + 1;
    }
    from = to;
  }
  documents.push({ text: text.slice(start), line: startLine });
  return { documents, badSeparators };
}

/** The number of the line (from 1) that holds an offset of a text. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
    line += 1;
  }
  return line;
}
