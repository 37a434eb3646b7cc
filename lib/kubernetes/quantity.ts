/**
 * Quantities such as `10Gi`, `500m` or `1e3`, exactly: the API server compares them by value, to a billionth,
 * and rounds what is smaller away from zero.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const BINARY_EXPONENTS: Readonly<Partial<Record<string, bigint>>> = {
  Ki: 10n,
  Mi: 20n,
  Gi: 30n,
  Ti: 40n,
  Pi: 50n,
  Ei: 60n,
};
const DECIMAL_EXPONENTS: Readonly<Partial<Record<string, number>>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const SUFFIX = /^(.*?)(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\d+)?$/s;

/** Longer texts are refused: no quantity that means something needs them. */
const MAX_LENGTH = 128;

/** Larger exponents only ever reach the cap, or the smallest step. */
const MAX_EXPONENT = 200;

const NANO_PER_UNIT = 1_000_000_000n;
const MAX_NANO = (2n ** 63n - 1n) * NANO_PER_UNIT;

/** What is wrong with a quantity, in the form "must ...", or undefined where nothing is. */
export function quantityProblem(text: string): string | undefined {
  return nanoOf(text) === undefined
    ? 'must be a number with an optional suffix such as m, k, M, G, Ki, Mi or Gi'
    : undefined;
}

/**
 * Below zero where `left` is less than `right`, above zero where it is more, 0 where they have one value,
 * undefined where one of them is no quantity. Manifests may write a quantity as a number.
 */
export function compareQuantities(left: unknown, right: unknown): number | undefined {
  const [a, b] = [nanoOf(left), nanoOf(right)];
  if (a === undefined || b === undefined) {
    return undefined;
  }
  return a < b ? -1 : Number(a > b);
}

/** The sum of quantities in billionths of a unit; what is no quantity counts as nothing. */
export function sumInNano(quantities: readonly unknown[]): bigint {
  return quantities.reduce((sum: bigint, quantity) => sum + (nanoOf(quantity) ?? 0n), 0n);
}

/** The value in billionths of a unit, or undefined where this is no quantity. */
export function nanoOf(quantity: unknown): bigint | undefined {
  const text =
    typeof quantity === 'number'
      ? String(quantity)
      : typeof quantity === 'string'
        ? quantity.trim()
        : undefined;
  if (text === undefined || text.length > MAX_LENGTH) {
    return undefined;
  }
  const [, number = '', suffix = ''] = SUFFIX.exec(text) ?? [];
  const [, sign = '', whole = '', fraction = ''] = NUMBER.exec(number) ?? [];
  if (whole + fraction === '') {
    return undefined;
  }
  const digits = BigInt(whole + fraction) * 2n ** (BINARY_EXPONENTS[suffix] ?? 0n);
  const exponent = decimalExponent(suffix) - fraction.length + 9;
  const magnitude = scaled(digits, exponent);
  const capped = magnitude > MAX_NANO ? MAX_NANO : magnitude;
  return sign === '-' ? -capped : capped;
}

/**
 * The quantity as the API server writes it: `1024Mi` is `1Gi`, `0.5` is `500m`. The text as it is where it is no
 * quantity or has an exponent.
 */
export function canonicalQuantity(quantity: string): string {
  const nano = nanoOf(quantity);
  if (nano === undefined || /[eE]/.test(quantity)) {
    return quantity;
  }
  const isBinary = quantity.endsWith('i') && nano % NANO_PER_UNIT === 0n;
  const [suffixes, base, units] = isBinary
    ? [['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'], 1024n, nano / NANO_PER_UNIT]
    : [['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'], 1000n, nano];
  let [number, step] = [units, 0];
  while (number !== 0n && number % base === 0n && step < suffixes.length - 1) {
    number /= base;
    step += 1;
  }
  return number === 0n ? '0' : `${number}${suffixes[step]}`;
}

/** A value in billionths of a unit as a quantity with a binary suffix where it is a whole number of them. */
export function binaryQuantityOf(nano: bigint): string {
  const kibi = NANO_PER_UNIT * 1024n;
  return nano % kibi === 0n ? canonicalQuantity(`${nano / kibi}Ki`) : canonicalQuantity(`${nano}n`);
}

function decimalExponent(suffix: string): number {
  const named = suffix in BINARY_EXPONENTS ? 0 : DECIMAL_EXPONENTS[suffix];
  const exponent = named ?? Number(suffix.slice(1));
  return Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, exponent));
}

/** `digits` times ten to the `exponent`, rounded up to a whole number. */
function scaled(digits: bigint, exponent: number): bigint {
  if (exponent >= 0) {
    return digits * 10n ** BigInt(exponent);
  }
  const divisor = 10n ** BigInt(-exponent);
  return (digits + divisor - 1n) / divisor;
}
