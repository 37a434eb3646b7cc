import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type Change } from '../plan/change';
import { type ClaimFate } from '../plan/claim-plan';
import { type Effect } from '../plan/effect';
import { type Plan, type Restart } from '../plan/plan-model';
import { type Step } from '../plan/procedures/step';
import { type Rejection } from '../plan/rejection-text';

/** The version of {@link PlanJson}. Fields may be added within a version, never changed or removed. */
export const PLAN_JSON_VERSION = 1;

/** What an apply would do, as JSON: the contract for programs. The other reports are views of it. */
export interface PlanJson {
  readonly version: typeof PLAN_JSON_VERSION;
  readonly kubernetesVersion: KubernetesVersion;
  /** The worst effect of all changes. */
  readonly effect: Effect;
  readonly changes: readonly Change[];
  readonly restarts: readonly Restart[];
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

/** What becomes of one claim. */
export interface ClaimJson {
  readonly object: string;
  readonly fate: ClaimFate;
  readonly storage?: string;
}

/** The JSON of a plan. */
export function planJson(plan: Plan): PlanJson {
  const { kubernetesVersion, effect, changes, restarts, claims, claimCount, rejections, steps } = plan;
  return {
    version: PLAN_JSON_VERSION,
    kubernetesVersion,
    effect,
    changes,
    restarts,
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
