import type { RefusalCode } from './refusals';

/** What is wrong with the shape of a value that no compiler has looked at: where, what, and with which code. */
export interface Misfit {
  readonly code: Extract<RefusalCode, 'WRONG_TYPE' | 'FIELD_MISSING' | 'VALUE_NOT_ALLOWED'>;
  /** The place within what was given: `labels.app`, `ports[0].number`. */
  readonly at: string;
  readonly problem: string;
  readonly value: unknown;
}

/** What a value must look like. An absent property is no misfit, unless it is `required`. */
export interface Shape {
  readonly isRequired?: boolean;
  readonly misfits: (value: unknown, at: string) => readonly Misfit[];
}

/** The shape of each property of a struct: the compiler asks for those that have none. */
export type ShapeOf<Props> = Readonly<Record<keyof Required<Props>, Shape>>;

/** A value of a type that has a name. */
function ofType(problem: string, isRight: (value: unknown) => boolean): Shape {
  return {
    misfits: (value, at) => (isRight(value) ? [] : [{ code: 'WRONG_TYPE', at, problem, value }]),
  };
}

/** Text, or what cdk8s makes text of when it renders. */
export const TEXT = ofType(
  'must be text',
  (value) => typeof value === 'string' || (isObject(value) && 'produce' in value),
);
export const ANYTHING: Shape = { misfits: () => [] };
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
    misfits: (value, at) =>
      allowed.includes(value as string)
        ? []
        : [{ code: 'VALUE_NOT_ALLOWED', at, problem: `must be one of ${allowed.join(', ')}`, value }],
  };
}

/** A list, each item of which has the shape. */
export function listOf(item: Shape): Shape {
  return {
    misfits: (value, at) =>
      Array.isArray(value)
        ? value.flatMap((one, index) => item.misfits(one, `${at}[${index}]`))
        : [{ code: 'WRONG_TYPE', at, problem: 'must be a list', value }],
  };
}

/** An object of whatever keys, each value of which has the shape. */
export function mapOf(item: Shape): Shape {
  return {
    misfits: (value, at) =>
      isObject(value)
        ? Object.entries(value).flatMap(([key, one]) => item.misfits(one, `${at}.${key}`))
        : [{ code: 'WRONG_TYPE', at, problem: 'must be an object', value }],
  };
}

/** An object with these properties; others are not looked at. */
export function struct(shapes: Readonly<Record<string, Shape>>): Shape {
  return {
    misfits: (value, at) => {
      if (!isObject(value)) {
        return [{ code: 'WRONG_TYPE', at, problem: 'must be an object', value }];
      }
      return Object.entries(shapes).flatMap(([key, shape]) => {
        const place = at === '' ? key : `${at}.${key}`;
        const property = value[key];
        if (property !== undefined) {
          return shape.misfits(property, place);
        }
        return shape.isRequired === true
          ? [{ code: 'FIELD_MISSING', at: place, problem: 'must be given', value: property }]
          : [];
      });
    },
  };
}

/** A shape whose property must be given. */
export function required(shape: Shape): Shape {
  return { ...shape, isRequired: true };
}

/** Text with at least one character, which must be given. */
export const SOME_TEXT = required({
  misfits: (value, at) =>
    value === '' ? [{ code: 'FIELD_MISSING', at, problem: 'must be given', value }] : TEXT.misfits(value, at),
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
