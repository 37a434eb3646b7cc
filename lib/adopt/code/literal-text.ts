import { printable, printableLines } from '../../text/printable';

/** A text as a string literal. Whatever the text holds, the literal ends where the text does and shows all of it. */
export function stringLiteral(text: string): string {
  const quote = countOf(text, "'") > countOf(text, '"') ? '"' : "'";
  return `${quote}${printable(text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`))}${quote}`;
}

/** A text of several lines as a template literal, line by line. */
export function templateLiteral(text: string): string {
  return `\`${templateText(text)}\``;
}

/** A text as a part of a template literal. */
export function templateText(text: string): string {
  return printableLines(text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${'));
}

/** Whether a text is easier to read line by line. */
export function isOfLines(text: string): boolean {
  return text.trimEnd().includes('\n');
}

/** A key of an object literal, in quotes where it needs them. */
export function keyLiteral(key: string): string {
  // In quotes or not, this key would set the prototype of the object.
  if (key === '__proto__') {
    return "['__proto__']";
  }
  return isIdentifier(key) ? key : stringLiteral(key);
}

/** Whether a text is a plain name: JavaScript allows more. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text);
}

/** A text as the words of a comment: it cannot end the comment. */
export function commentText(text: string): string {
  return printable(text).replaceAll('*/', '*\\/');
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}
