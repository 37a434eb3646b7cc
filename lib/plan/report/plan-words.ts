import { type JsonValue } from '../../manifests/json';
import { type ClaimFate } from '../claim-fate';
import { ApplyMode } from '../apply-mode';
import { Effect } from '../policy/effect';
import { nameList } from '../../text/name-list';
import { shortList } from '../../text/short-list';
import { countText } from '../../text/count-text';
import { type PlanJson, type RestartJson } from './plan-json';
import { printable } from '../../text/printable';

/** What an effect means, for a heading. */
export const EFFECT_TEXTS: Readonly<Record<Effect, string>> = {
  [Effect.NONE]: 'nothing changes',
  [Effect.IN_PLACE]: 'takes effect at once, no pod restarts',
  [Effect.ROLLING_RESTART]: 'pods restart, one after the other',
  [Effect.REJECTED]: 'the API server rejects it',
  [Effect.DATA_AT_RISK]: 'the API server accepts it, but data would be deleted, left behind or mixed up',
};

/** What becomes of a claim, in words. */
export const FATE_TEXTS: Readonly<Record<ClaimFate, string>> = {
  created: 'created, empty',
  reused: 'reused, with its old data',
  'created-or-reused': 'created, unless it is left from an earlier, larger set',
  left: 'left behind, with its data',
  deleted: 'deleted, with its data',
};

const MAX_VALUE_LENGTH = 100;

/** A value on one line; long ones are cut. */
export function valueText(value: JsonValue | undefined): string {
  if (value === undefined) {
    return '(absent)';
  }
  const text = printable(JSON.stringify(value));
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH - 3)}...` : text;
}

/** Which pods restart, in one sentence. */
export function restartText(restart: RestartJson): string {
  const { pods, podCount, lastPod, pace, kept, keptCount, isAfterSteps } = restart;
  const stay =
    keptCount === 0
      ? ''
      : `; ${nameList(kept, keptCount)} ${keptCount === 1 ? 'keeps its' : 'keep their'} template`;
  const when = isAfterSteps ? ' (not before the steps below are done)' : '';
  return podCount === 0
    ? `no pod${stay}${when}`
    : `${shortList(pods, podCount, lastPod).join(', ')}: ${pace}${stay}${when}`;
}

/** What stands before the steps of a procedure that a script can do, nobody has to type them; undefined for others. */
export function stepsHint({ steps }: Pick<PlanJson, 'steps'>): string | undefined {
  return steps.some(({ command }) => command !== '') ? SCRIPT_HINT : undefined;
}

const SCRIPT_HINT =
  'These are the commands in short. Run the script that -o script writes instead: it checks everything that it needs before it changes anything.';

/** What applies so. */
export const COMMANDS: Readonly<Record<ApplyMode, string>> = {
  [ApplyMode.CLIENT]: 'kubectl apply',
  [ApplyMode.SERVER]: 'kubectl apply --server-side',
};

/** How many changes there are, by effect, for which version and how they are applied. */
export function changeCounts({ changes, kubernetesVersion, applyMode }: PlanJson): string {
  const counts = Object.values(Effect)
    .map((effect): [Effect, number] => [effect, changes.filter((change) => change.effect === effect).length])
    .filter(([, count]) => count > 0)
    .map(([effect, count]) => `${count} ${effect}`);
  const detail = counts.length === 0 ? '' : ` (${counts.join(', ')})`;
  return `${countText(changes.length, 'change')}${detail} for Kubernetes ${kubernetesVersion} by ${COMMANDS[applyMode]}`;
}
