import { refusalCodesIn } from '../errors/refusal';
import { PLAIN_TEXT, required } from '../errors/shape';
import { requireArguments } from './api-arguments';

/**
 * What constructs refuse, for languages other than TypeScript: there an error arrives as the language's own, without its
 * class. In TypeScript, `cdk8s-stateful/errors` has the class and the codes as types.
 */
export class Refusals {
  /**
   * The stable codes of all refusals in the message of an error, each once, in the order of the message; none where the
   * error is something else.
   *
   * @param message the message of the error that was caught
   */
  public static codesIn(message: string): string[] {
    requireArguments('Refusals.codesIn', { message }, { message: required(PLAIN_TEXT) });
    return refusalCodesIn(message);
  }

  private constructor() {
    // One method only.
  }
}
