import { type ChangeJson, type PlanJson } from './plan-json';
import { printable, printableData, printableLines } from '../../text/printable';

/**
 * A plan whose texts can be shown. Answers of the API server and commands keep their lines. Values stay as they are:
 * `valueText` makes their text.
 */
export function printablePlan(json: PlanJson): PlanJson {
  return {
    ...json,
    changes: json.changes.map(printableChange),
    restarts: printableData(json.restarts),
    rollouts: printableData(json.rollouts),
    ...(json.ifBroken === undefined ? {} : { ifBroken: printableData(json.ifBroken) }),
    claims: printableData(json.claims),
    rejections: json.rejections.map((rejection) => ({
      ...printableData(rejection),
      message: printableLines(rejection.message),
    })),
    steps: json.steps.map((step) => ({ ...printableData(step), command: printableLines(step.command) })),
  };
}

/** A change whose texts can be shown. */
export function printableChange<T extends ChangeJson>(change: T): T {
  return {
    ...change,
    object: printable(change.object),
    path: printable(change.path),
    reason: printable(change.reason),
  };
}
