import { type ParsedArguments, textOption } from './arguments';
import { canaryShareIn } from '../kubernetes/canary';
import { leastOneProblem } from '../kubernetes/int-or-percent';
import { UsageError } from './command';
import { type Option } from './option';

/** The rungs by which pods get a new template. */
export const CANARY_OPTION: Option = {
  name: 'canary',
  value: '1,50%',
  help: [
    'give a new template to so many pods first, and look whether the set is whole',
    'before more get it: steps in the text, commands with -o script',
  ],
};

/** Whether a text is a rung: all pods are the one that comes by itself. */
function isRung(text: string): boolean {
  const share = canaryShareIn(text);
  return share !== undefined && share !== '100%' && leastOneProblem(share) === undefined;
}

/** The option --canary: `1,50%`. Throws {@link UsageError} on anything else. */
export function rungsOption(parsed: ParsedArguments): readonly string[] | undefined {
  const text = textOption(parsed, 'canary');
  const rungs = text?.split(',').map((rung) => rung.trim());
  const odd = rungs?.find((rung) => !isRung(rung));
  if (odd !== undefined) {
    throw new UsageError(
      `--canary ${text ?? ''} is unknown: '${odd}' is neither a number of pods nor a percentage up to 99%; write for example 1,50%`,
    );
  }
  return rungs;
}
