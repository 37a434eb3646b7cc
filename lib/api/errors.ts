import { RefusedError } from '../errors/refusal';
import { REFUSALS, type RefusalCode } from '../errors/refusals';

/**
 * What the constructs throw. `import { RefusedError } from 'cdk8s-stateful/errors'`: jsii takes no classes that extend
 * Error, so they are not where the constructs are.
 */
export { RefusedError, type Refusal, type RefusingScope } from '../errors/refusal';
export type { RefusalCode } from '../errors/refusals';

/**
 * The codes of all refusals in an error, each once, in the order of its message: that of a `RefusedError`, or those
 * that `app.synth()` lists in one error. None where the error is something else.
 */
export function refusalCodes(error: unknown): RefusalCode[] {
  if (error instanceof RefusedError) {
    return [error.code];
  }
  const message = error instanceof Error ? error.message : '';
  const codes = [...message.matchAll(/ \[([A-Z_]+)\]$/gm)].map(([, code]) => code);
  return [...new Set(codes)].filter(isRefusalCode);
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}
