import { type ApplyMode } from '../apply-mode';
import { type Source } from '../../manifests/manifest';
import { type Change } from '../policy/change';
import { type ClaimFate } from '../claim-fate';
import { namedPathText } from '../differences/named-path';
import { type Effect } from '../policy/effect';
import { type LiveRollout } from '../live-rollout';
import { type Plan, type Restart } from '../plan-model';
import { type Step } from '../procedures/step';
import { paceText } from './pace-text';
import { reasonText } from './reason-text';
import { type Rejection } from '../refusals/rejection-text';
import { rolloutText } from './rollout-text';
import { type BrokenOutcome } from '../what-if/broken-revision';
import { brokenOutcomeText } from './what-if-text';

/** The version of {@link PlanJson}. Fields may be added within a version, never changed or removed. */
export const PLAN_JSON_VERSION = 1;

/** What an apply would do, as JSON: the contract for programs. The other reports are views of it. */
export interface PlanJson {
  readonly version: typeof PLAN_JSON_VERSION;
  /** The version, with the patch release where one was said. */
  readonly kubernetesVersion: string;
  /** How the manifests are applied: verdicts and texts are for that. */
  readonly applyMode: ApplyMode;
  /** The worst effect of all changes. */
  readonly effect: Effect;
  readonly changes: readonly ChangeJson[];
  readonly restarts: readonly RestartJson[];
  /** Rollouts of a cluster that have pods which nothing becomes of by itself. */
  readonly rollouts: readonly RolloutJson[];
  /** What is left of each set whose pods get another template, if that never becomes ready; where it was asked for. */
  readonly ifBroken?: readonly BrokenOutcomeJson[];
  /** Of very many claims of one set the first ones. */
  readonly claims: readonly ClaimJson[];
  /** How many claims there are in all. */
  readonly claimCount: number;
  /** Whether there are more claims than `claims` names. */
  readonly areClaimsShortened: boolean;
  /** What the API server answers, object by object. */
  readonly rejections: readonly Rejection[];
  readonly steps: readonly Step[];
}

/** One difference and what it does. */
export interface ChangeJson extends Omit<Change, 'path' | 'cause'> {
  /**
   * The field: elements of lists by their names where they have some, else by their indexes. Empty where the whole
   * object comes or goes.
   */
  readonly path: string;
  /** What happens, in words. */
  readonly reason: string;
  /** A code of `CHANGE_CODES`, or of a rule of `check`. */
  readonly code: string;
  /** Where the field is written in the new manifests, or in the old ones where the object goes. */
  readonly source?: Source;
}

/** The pods of one set that are replaced. */
export interface RestartJson extends Omit<Restart, 'minReadySeconds'> {
  /** How they follow each other, in words. */
  readonly pace: string;
}

/** A rollout of a cluster, and what the apply does to it. */
export interface RolloutJson extends LiveRollout {
  /** What it waits for and what it takes, in words. */
  readonly text: string;
}

/** What is left of a set if its new template never becomes ready. */
export interface BrokenOutcomeJson extends Omit<BrokenOutcome, 'down' | 'kept'> {
  /** Pods that are not ready in the end, or are not there. */
  readonly down: readonly string[];
  /** Pods that are ready in the end. */
  readonly kept: readonly string[];
  /** The same in words. */
  readonly text: string;
}

/** What becomes of one claim. */
export interface ClaimJson {
  readonly object: string;
  readonly fate: ClaimFate;
  readonly storage?: string;
}

/** The JSON of a plan. Where changes are written is part of it where somebody can tell. */
export function planJson(
  plan: Plan,
  sourceOf: (change: Change) => Source | undefined = () => undefined,
): PlanJson {
  const { kubernetesVersion, apply, effect, changes, restarts, rollouts, ifBroken } = plan;
  const { claims, claimCount, rejections, steps } = plan;
  return {
    version: PLAN_JSON_VERSION,
    kubernetesVersion,
    applyMode: apply.mode,
    effect,
    changes: changes.map((change) => changeJson(change, sourceOf(change))),
    restarts: restarts.map(restartJson),
    rollouts: rollouts.map((rollout) => ({ ...rollout, text: rolloutText(rollout) })),
    ...(ifBroken === undefined ? {} : { ifBroken: ifBroken.map(brokenOutcomeJson) }),
    claims: claims.map(({ object, fate, storage }) => ({
      object,
      fate,
      ...(storage === undefined ? {} : { storage }),
    })),
    claimCount,
    areClaimsShortened: claimCount > claims.length,
    rejections,
    steps,
  };
}

/** A change as JSON. */
export function changeJson({ cause, path, ...change }: Change, source?: Source): ChangeJson {
  return {
    ...change,
    path: namedPathText(path),
    code: cause.code,
    reason: reasonText(cause),
    ...(source === undefined ? {} : { source }),
  };
}

function brokenOutcomeJson(outcome: BrokenOutcome): BrokenOutcomeJson {
  const { down, kept, ...rest } = outcome;
  return { ...rest, down: down.names, kept: kept.names, text: brokenOutcomeText(outcome) };
}

function restartJson({
  atOnce,
  minReadySeconds,
  kept,
  keptCount,
  isAfterSteps,
  ...pods
}: Restart): RestartJson {
  return { ...pods, atOnce, pace: paceText({ atOnce, minReadySeconds }), kept, keptCount, isAfterSteps };
}
