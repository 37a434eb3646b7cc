import { REFUSALS, type RefusalCode } from './refusals';

/** What a construct refuses: which property, what is wrong with it, and the value where there is one. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The property, as the user wrote it: `replicas`, `claim 'data'`. */
  readonly subject: string;
  /** What is wrong, in the form "must ...". */
  readonly problem: string;
  readonly value?: unknown;
}

/** A refused construct. The message ends with the code in brackets. */
export class RefusedError extends Error {
  public readonly code: RefusalCode;

  constructor(path: string, refusal: Refusal) {
    super(`${path}: ${refusalText(refusal)}`);
    this.name = 'RefusedError';
    this.code = refusal.code;
  }
}

/** One line: what is wrong, the value, the way out and the code. */
export function refusalText({ code, subject, problem, value }: Refusal): string {
  const got = value === undefined ? '' : `, got ${textOf(value)}`;
  return `${subject} ${problem}${got}; ${REFUSALS[code].fix} [${code}]`;
}

function textOf(value: unknown): string {
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
