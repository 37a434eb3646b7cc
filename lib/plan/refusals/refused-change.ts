import { type Finding } from '../../check/finding';
import { namedPath } from '../differences/named-path';
import { type Change } from '../policy/change';
import { Effect } from '../policy/effect';

/** A fault for which the API server refuses an object, as a change of the plan. */
export function refusedChange(
  object: string,
  { rule, object: manifest, path, message, fix }: Finding,
): Change {
  return {
    object,
    path: namedPath(path, manifest.content),
    effect: Effect.REJECTED,
    cause: { code: rule.code, fault: { message, fix } },
  };
}
