import { type ParsedArguments, textOption } from './arguments';
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

/** A number of pods from 1 on, or a percentage from 1 to 99: all pods are the rung that comes by itself. */
const RUNG = /^(?:[1-9]\d{0,5}|[1-9]\d?%)$/;

/** The option --canary: `1,50%`. Throws {@link UsageError} on anything else. */
export function rungsOption(parsed: ParsedArguments): readonly string[] | undefined {
  const text = textOption(parsed, 'canary');
  const rungs = text?.split(',').map((rung) => rung.trim());
  const odd = rungs?.find((rung) => !RUNG.test(rung));
  if (odd !== undefined) {
    throw new UsageError(
      `--canary ${text ?? ''} is unknown: '${odd}' is neither a number of pods nor a percentage up to 99%; write for example 1,50%`,
    );
  }
  return rungs;
}
