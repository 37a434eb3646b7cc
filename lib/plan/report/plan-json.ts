import { type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type ApplyMode } from '../apply-mode';
import { type Source } from '../../manifests/manifest';
import { type Change } from '../policy/change';
import { type ClaimFate } from '../claim-fate';
import { namedPathText } from '../differences/named-path';
import { type Effect } from '../policy/effect';
import { type Plan, type Restart } from '../plan-model';
import { type Step } from '../procedures/step';
import { paceText } from './pace-text';
import { reasonText } from './reason-text';
import { type Rejection } from '../rejection-text';

/** The version of {@link PlanJson}. Fields may be added within a version, never changed or removed. */
export const PLAN_JSON_VERSION = 1;

/** What an apply would do, as JSON: the contract for programs. The other reports are views of it. */
export interface PlanJson {
  readonly version: typeof PLAN_JSON_VERSION;
  readonly kubernetesVersion: KubernetesVersion;
  /** How the manifests are applied: verdicts and texts are for that. */
  readonly applyMode: ApplyMode;
  /** The worst effect of all changes. */
  readonly effect: Effect;
  readonly changes: readonly ChangeJson[];
  readonly restarts: readonly RestartJson[];
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
  const { kubernetesVersion, apply, effect, changes, restarts, claims, claimCount, rejections, steps } = plan;
  return {
    version: PLAN_JSON_VERSION,
    kubernetesVersion,
    applyMode: apply.mode,
    effect,
    changes: changes.map((change) => changeJson(change, sourceOf(change))),
    restarts: restarts.map(restartJson),
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
