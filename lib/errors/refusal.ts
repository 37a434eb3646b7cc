import { REFUSALS, type RefusalCode } from './refusals';
import type { Shape } from './shape';

/** What a construct refuses: which property, what is wrong with it, and the value where there is one. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The property, as the user wrote it: `replicas`, `claim 'data'`. */
  readonly subject: string;
  /** What is wrong, in the form "must ...". */
  readonly problem: string;
  readonly value?: unknown;
}

/** What a refusal is about: any construct. */
export interface RefusingScope {
  readonly node: { readonly path: string };
}

/** A refused construct. The message ends with the code in brackets. */
export class RefusedError extends Error {
  public readonly code: RefusalCode;

  /**
   * @param scope the construct; the name of the class where there is none yet
   */
  constructor(scope: RefusingScope | string, refusal: Refusal) {
    super(`${typeof scope === 'string' ? scope : scope.node.path}: ${refusalText(refusal)}`);
    this.name = 'RefusedError';
    this.code = refusal.code;
  }
}

/** One line: what is wrong, the value, the fix and the code. */
export function refusalText({ code, subject, problem, value }: Refusal): string {
  const got = value === undefined ? '' : `, got ${textOf(value)}`;
  return `${subject} ${problem}${got}; ${REFUSALS[code].fix} [${code}]`;
}

/**
 * The codes of all refusals in a text, each once, in its order: that of a `RefusedError`, of an error in which
 * `app.synth()` lists several, or of what another language makes of one.
 */
export function refusalCodesIn(text: string): RefusalCode[] {
  const codes = [...text.matchAll(/ \[([A-Z_]+)\]$/gm)].map(([, code]) => code);
  return [...new Set(codes)].filter(isRefusalCode);
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value !== 'object' || value === null) {
    return String(value);
  }
  try {
    return JSON.stringify(value);
  } catch {
    // Constructs hold each other.
    return value.constructor.name;
  }
}

/** Throws the first of the refusals, if there is one. */
export function refuse(scope: RefusingScope, refusals: readonly (Refusal | undefined)[]): void {
  const refusal = refusals.find((candidate) => candidate !== undefined);
  if (refusal !== undefined) {
    throw new RefusedError(scope, refusal);
  }
}

/**
 * Refuses what does not have the shape that the types ask for: plain JavaScript, and values of `any`, pass the compiler.
 *
 * @throws WRONG_TYPE, FIELD_MISSING, VALUE_NOT_ALLOWED
 */
export function requireShape(scope: RefusingScope | string, value: unknown, shape: Shape): void {
  const misfit = shape.misfit(value);
  if (misfit !== undefined) {
    const { at, ...refusal } = misfit;
    throw new RefusedError(scope, { subject: at === '' ? 'properties' : at.replace(/^\./, ''), ...refusal });
  }
}

/** The refusal of a value that breaks a rule; undefined where the value is absent or right. */
export function invalid<T>(
  code: RefusalCode,
  subject: string,
  value: T | undefined,
  rule: (value: T) => string | undefined,
): Refusal | undefined {
  const problem = value === undefined ? undefined : rule(value);
  return problem === undefined ? undefined : { code, subject, problem, value };
}
