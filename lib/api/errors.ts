import { RefusedError, refusalCodesIn } from '../errors/refusal';
import type { RefusalCode } from '../errors/refusals';

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
  return refusalCodesIn(error instanceof Error ? error.message : '');
}
