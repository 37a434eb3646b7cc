/**
 * Characters that a terminal, an editor or a page obeys instead of showing them: control characters, separators of
 * lines, what turns the direction of text or has no width, and what is no character at all.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{NChar}]/gu;

const SHORT_FORMS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text of the input on one line of a report: what cannot be seen is written as JSON does, such as `\n` or `\u001b`. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, escaped);
}

/** Text of the input whose lines are meant: everything else that cannot be seen is written as JSON does. */
export function printableLines(text: string): string {
  return text.replace(UNPRINTABLE, (character) => (character === '\n' ? character : escaped(character)));
}

/** Data with each text in it on one line, keys too. */
export function printableData<T>(data: T): T {
  return printableValue(data) as T;
}

/** The JSON of data. It is parsed to the same data, and harms no terminal that prints it. */
export function jsonText(data: unknown): string {
  return printableLines(JSON.stringify(data, undefined, 2));
}

function printableValue(value: unknown): unknown {
  if (typeof value === 'string') {
    return printable(value);
  }
  if (Array.isArray(value)) {
    return value.map(printableValue);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [printable(key), printableValue(one)]))
    : value;
}

function escaped(character: string): string {
  return (
    SHORT_FORMS[character] ??
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join('')
  );
}
