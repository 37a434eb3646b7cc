import type { RefusalCode } from './refusals';

/** What is wrong with the shape of a value that no compiler has looked at: where, what, and with which code. */
export interface Misfit {
  readonly code: Extract<RefusalCode, 'WRONG_TYPE' | 'FIELD_MISSING' | 'VALUE_NOT_ALLOWED'>;
  /** The place within what was given: `.labels.app`, `.ports[0].number`; empty for the whole. */
  readonly at: string;
  readonly problem: string;
  readonly value: unknown;
}

/**
 * What a value must look like. An absent property is no misfit, unless it is `required`. Nearly every value is right,
 * so places are put together only where one is not.
 */
export interface Shape {
  readonly isRequired?: boolean;
  /** The first misfit, in the order of the shape; undefined where the value is right. */
  readonly misfit: (value: unknown) => Misfit | undefined;
}

/** The shape of each property of a struct: the compiler asks for those that have none. */
export type ShapeOf<Props> = Readonly<Record<keyof Required<Props>, Shape>>;

/** A value of a type that has a name. */
function ofType(problem: string, isRight: (value: unknown) => boolean): Shape {
  return { misfit: (value) => (isRight(value) ? undefined : wrongType(problem, value)) };
}

/** Text, or what cdk8s makes text of when it renders. */
export const TEXT = ofType(
  'must be text',
  (value) => typeof value === 'string' || (isObject(value) && 'produce' in value),
);
/** Text that is read at once: what cdk8s would make of it when it renders is not known yet. */
export const PLAIN_TEXT = ofType('must be text', (value) => typeof value === 'string');
export const ANYTHING: Shape = { misfit: () => undefined };
export const OBJECT = ofType('must be an object', (value) => isObject(value));
export const FLAG = ofType('must be true or false', (value) => typeof value === 'boolean');
/** A number of any size: predicates say which numbers are right. */
export const NUMBER = ofType('must be a number', (value) => typeof value === 'number');

/** An object that is made by a class, known by one of its members: two copies of a package have two classes. */
export function madeWith(how: string, member: string): Shape {
  return ofType(`must be made with ${how}`, (value) => isObject(value) && member in value);
}

/** One of the values of an enum. */
export function oneOf(values: Readonly<Record<string, string>>): Shape {
  const allowed = Object.values(values);
  return {
    misfit: (value) =>
      allowed.includes(value as string)
        ? undefined
        : { code: 'VALUE_NOT_ALLOWED', at: '', problem: `must be one of ${allowed.join(', ')}`, value },
  };
}

/** A list, each item of which has the shape. */
export function listOf(item: Shape): Shape {
  return {
    misfit: (value) => {
      if (!Array.isArray(value)) {
        return wrongType('must be a list', value);
      }
      for (let index = 0; index < value.length; index++) {
        const misfit = item.misfit(value[index]);
        if (misfit !== undefined) {
          return within(`[${index}]`, misfit);
        }
      }
      return undefined;
    },
  };
}

/** An object of whatever keys, each value of which has the shape. */
export function mapOf(item: Shape): Shape {
  return {
    misfit: (value) => {
      if (!isObject(value)) {
        return wrongType('must be an object', value);
      }
      for (const key of Object.keys(value)) {
        const misfit = item.misfit(value[key]);
        if (misfit !== undefined) {
          return within(`.${key}`, misfit);
        }
      }
      return undefined;
    },
  };
}

/** An object with these properties; others are not looked at. */
export function struct(shapes: Readonly<Record<string, Shape>>): Shape {
  const properties = Object.entries(shapes);
  return {
    misfit: (value) => {
      if (!isObject(value)) {
        return wrongType('must be an object', value);
      }
      for (const [key, shape] of properties) {
        const misfit = propertyMisfit(value[key], shape);
        if (misfit !== undefined) {
          return within(`.${key}`, misfit);
        }
      }
      return undefined;
    },
  };
}

function propertyMisfit(property: unknown, shape: Shape): Misfit | undefined {
  if (property !== undefined) {
    return shape.misfit(property);
  }
  return shape.isRequired === true ? missing(property) : undefined;
}

/** A shape whose property must be given. */
export function required(shape: Shape): Shape {
  return { ...shape, isRequired: true };
}

/** A text that must be given, and has at least one character. */
function filled(text: Shape): Shape {
  return required({ misfit: (value) => (value === '' ? missing(value) : text.misfit(value)) });
}

export const SOME_TEXT = filled(TEXT);
export const SOME_PLAIN_TEXT = filled(PLAIN_TEXT);

function wrongType(problem: string, value: unknown): Misfit {
  return { code: 'WRONG_TYPE', at: '', problem, value };
}

function missing(value: unknown): Misfit {
  return { code: 'FIELD_MISSING', at: '', problem: 'must be given', value };
}

function within(place: string, misfit: Misfit): Misfit {
  return { ...misfit, at: `${place}${misfit.at}` };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
