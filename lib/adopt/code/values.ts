import { type JsonValue } from '../../manifests/json';
import { callOf, type Expression, literal, memberOf } from './expression';
import { type LibraryName, valueOf } from './library';

/** A length of time in the largest unit that says it. */
export function durationOf(seconds: number | undefined): Expression | undefined {
  if (seconds === undefined) {
    return undefined;
  }
  if (seconds >= 3600 && seconds % 3600 === 0) {
    return callOf('Duration', 'hours', literal(seconds / 3600));
  }
  return seconds >= 120 && seconds % 60 === 0
    ? callOf('Duration', 'minutes', literal(seconds / 60))
    : callOf('Duration', 'seconds', literal(seconds));
}

const SIZE_UNITS: Readonly<Record<string, string>> = {
  Ki: 'kibibytes',
  Mi: 'mebibytes',
  Gi: 'gibibytes',
  Ti: 'tebibytes',
  Pi: 'pebibytes',
};

/** A size that a quantity in binary units says; undefined for others, which a `Size` cannot say. */
export function sizeOf(quantity: JsonValue | undefined): Expression | undefined {
  const match = /^([1-9]\d{0,8})(Ki|Mi|Gi|Ti|Pi)$/.exec(textOfScalar(quantity));
  return match === null ? undefined : sizeIn(Number(match[1]), match[2]);
}

const LARGER_UNITS: Readonly<Partial<Record<string, string>>> = { Ki: 'Mi', Mi: 'Gi' };

/** The size in the largest unit that says it, up to gibibytes. */
function sizeIn(amount: number, unit: string): Expression {
  const larger = LARGER_UNITS[unit];
  return larger !== undefined && amount % 1024 === 0
    ? sizeIn(amount / 1024, larger)
    : callOf('Size', SIZE_UNITS[unit], literal(amount));
}

/** A size that is a whole number of mebibytes, in which cdk8s-plus-28 writes memory. */
export function memoryOf(quantity: JsonValue | undefined): Expression | undefined {
  const kibibytes = /^(\d+)Ki$/.exec(textOfScalar(quantity));
  return kibibytes !== null && Number(kibibytes[1]) % 1024 !== 0 ? undefined : sizeOf(quantity);
}

/** An amount of CPU: `500m` or `2`. */
export function cpuOf(quantity: JsonValue | undefined): Expression | undefined {
  const text = textOfScalar(quantity);
  const millis = /^(\d{1,9})m$/.exec(text);
  if (millis !== null) {
    return callOf('Cpu', 'millis', literal(Number(millis[1])));
  }
  return /^\d{1,6}(\.\d{1,3})?$/.test(text) ? callOf('Cpu', 'units', literal(Number(text))) : undefined;
}

/** A number or a percentage. */
export function amountOf(value: JsonValue | undefined): Expression | undefined {
  if (typeof value === 'number') {
    return callOf('PercentOrAbsolute', 'absolute', literal(value));
  }
  const percent = /^(\d{1,3})%$/.exec(textOfScalar(value));
  return percent === null ? undefined : callOf('PercentOrAbsolute', 'percent', literal(Number(percent[1])));
}

/** A text or a number as text; nothing of other values. */
function textOfScalar(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The member of an enum that has this value; undefined where none has. */
export function enumMember(name: LibraryName, value: JsonValue | undefined): Expression | undefined {
  const members = Object.entries(valueOf(name) as Readonly<Record<string, unknown>>);
  const member = members.find(([, one]) => one === value);
  return value === undefined || member === undefined ? undefined : memberOf(name, member[0]);
}

/** A literal, where there is a value. */
export function given(value: string | number | boolean | undefined): Expression | undefined {
  return value === undefined ? undefined : literal(value);
}
