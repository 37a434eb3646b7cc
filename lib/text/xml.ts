import { printable, printableLines } from './printable';

/** Text between tags. Characters that XML 1.0 does not allow, control characters above all, are written out. */
export function xmlText(text: string): string {
  return printableLines(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text between the double quotes of an attribute, on one line. */
export function xmlAttribute(text: string): string {
  return xmlText(printable(text)).replaceAll('"', '&quot;');
}
