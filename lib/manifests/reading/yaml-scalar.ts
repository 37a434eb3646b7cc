/**
 * The values of plain (unquoted) YAML scalars as kubectl reads them: YAML 1.1's booleans (`yes`, `on`), numbers with
 * Go's prefixes (`0644` and `0o644` are octal) and `_`; dates stay text.
 */
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...wordForms(['y', 'yes', 'true', 'on'], true),
  ...wordForms(['n', 'no', 'false', 'off'], false),
  ...wordForms(['null'], null),
  ['', null],
  ['~', null],
]);

function wordForms(words: readonly string[], value: boolean | null): [string, boolean | null][] {
  return words.flatMap((word) =>
    [word, word.slice(0, 1).toUpperCase() + word.slice(1), word.toUpperCase()].map(
      (form): [string, boolean | null] => [form, value],
    ),
  );
}

const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|0[bB]([01]+)|(0|[1-9][0-9]*))$/;
const NOT_FINITE = /^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/;

/** The value of a plain scalar. NaN and the infinities are numbers that JSON cannot hold: the caller refuses them. */
export function plainScalarValue(text: string): string | number | boolean | null {
  const constant = CONSTANTS.get(text);
  if (constant !== undefined) {
    return constant;
  }
  // Most scalars are words: only what begins like a number is tried as one.
  if (!/^[-+.0-9]/.test(text)) {
    return text;
  }
  if (NOT_FINITE.test(text)) {
    return Number.NaN;
  }
  const digits = text.replaceAll('_', '');
  const integer = INTEGER.exec(digits);
  if (integer !== null && !text.startsWith('.')) {
    return integerValue(integer);
  }
  // A number too large for a float stays text.
  return FLOAT.test(digits) && Number.isFinite(Number(digits)) ? Number(digits) : text;
}

function integerValue([, sign, hexadecimal, octal, binary, decimal]: readonly (
  string | undefined
)[]): number {
  const size =
    hexadecimal !== undefined
      ? Number.parseInt(hexadecimal, 16)
      : octal !== undefined
        ? Number.parseInt(octal, 8)
        : binary !== undefined
          ? Number.parseInt(binary, 2)
          : Number(decimal);
  return sign === '-' && size !== 0 ? -size : size;
}
