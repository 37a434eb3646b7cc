import { type Manifest } from '../manifests/manifest';
import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type ApplyOptions } from './apply-mode';
import { type Change } from './policy/change';
import { type LiveObjects } from '../manifests/live/live-set';
import { type ClaimLookup, type PlannedClaim } from './claim-fate';
import { type Effect } from './policy/effect';
import { type LiveRollout } from './live-rollout';
import { type Migration, type Procedure } from './procedures/procedure';
import { type Step } from './procedures/step';
import { type Budgets } from './what-if/budget-outcome';
import { type BrokenOutcome } from './what-if/broken-revision';
import { type Rejection } from './refusals/rejection-text';
import { type UpdateFaults } from './refusals/update-faults';
import { type StoredViews } from './stored-views';

/** What is compared, and for which cluster. */
export interface PlanInput {
  /** The manifests that run, or the objects of a cluster. */
  readonly old: readonly Manifest[];
  /** The manifests to be applied. */
  readonly new: readonly Manifest[];
  readonly version?: KubernetesVersion;
  /** The patch release of it; the newest one where it is absent. */
  readonly patch?: number;
  /** The version whose API server has stored the old objects; `version` where it is absent. */
  readonly storedBy?: KubernetesVersion;
  /** How the new manifests are applied; as kubectl does by itself where it is absent. */
  readonly apply?: ApplyOptions;
  /** The namespace of objects that name none; the current one of `kubectl` where it is absent. */
  readonly namespace?: string;
  /** The files of the new manifests, as `kubectl apply` finds them; absent where no file holds them. */
  readonly files?: readonly string[];
  /** When the objects of a cluster were read, in milliseconds; undefined where nobody says. */
  readonly now?: number;
  /** What is supposed to happen beside the apply: that no pod of a new template becomes ready. */
  readonly whatIf?: 'broken';
  /** The rungs by which pods get a new template: numbers and percentages, such as `1` and `50%`. */
  readonly canary?: readonly string[];
}

/** What an apply would do. */
export interface Plan {
  /** The version, with the patch release where one was said. */
  readonly kubernetesVersion: string;
  /** How the manifests are applied: verdicts and texts are for that. */
  readonly apply: ApplyOptions;
  /** The worst effect of all changes. */
  readonly effect: Effect;
  /** Every difference, by object and then by path. */
  readonly changes: readonly Change[];
  /** Pods that are replaced, set by set. */
  readonly restarts: readonly Restart[];
  /** Rollouts of a cluster that have pods which nothing becomes of by itself. */
  readonly rollouts: readonly LiveRollout[];
  /** What is left of each set whose pods get another template, if that never becomes ready; where it was asked for. */
  readonly ifBroken?: readonly BrokenOutcome[];
  /** What becomes of claims; of very many of one set the first ones. */
  readonly claims: readonly PlannedClaim[];
  /** How many claims there are in all. */
  readonly claimCount: number;
  readonly rejections: readonly Rejection[];
  /** The migration procedure for people, where an apply alone does not get there. */
  readonly steps: readonly Step[];
  /** The same for a script; absent where nothing needs one, and where a person has to decide or to edit. */
  readonly migration?: Migration;
}

/** How pods that are replaced follow each other. */
export interface Pace {
  /** How many may be down for it at a time. */
  readonly atOnce: number;
  /** How long a pod must be ready before the next one goes. */
  readonly minReadySeconds: number;
}

/** The pods of one set that are replaced. */
export interface Restart extends Pace {
  /** The set in words. */
  readonly object: string;
  /** The pods in the order in which they go; of very many the first ones. */
  readonly pods: readonly string[];
  /** How many pods go. */
  readonly podCount: number;
  /** The pod that goes last; undefined where none goes. */
  readonly lastPod?: string;
  /** Whether there are more pods than the lists name. */
  readonly isShortened: boolean;
  /** Pods that keep the template they have; of very many the first ones. */
  readonly kept: readonly string[];
  /** How many pods keep their template. */
  readonly keptCount: number;
  /** Whether it happens only after the steps, because the API server refuses the apply. */
  readonly isAfterSteps: boolean;
}

/** What a part of the plan contributes. */
export type PlanPart = Pick<Plan, 'changes'> &
  Partial<Pick<Plan, 'restarts' | 'rollouts' | 'ifBroken' | 'claims' | 'claimCount' | 'rejections'>> & {
    /** How the object gets through what the API server refuses. */
    readonly procedure?: Procedure;
    /** What a person has to do instead, because no procedure is safe. */
    readonly obstacles?: readonly Step[];
  };

/** What the parts of a plan may know. */
export interface PlanContext extends PlanInput {
  readonly version: KubernetesVersion;
  readonly apply: ApplyOptions;
  /** The namespace of objects that name none; undefined where nobody says. */
  readonly home?: string;
  /** The sets and Services of both sides, as they are stored. */
  readonly stored: StoredViews;
  /** What the API server refuses in the updates. */
  readonly faults: UpdateFaults;
  /** The claims that exist. */
  readonly knownClaims: ClaimLookup;
  /** The pods and revisions that exist. */
  readonly live: LiveObjects;
  /** The budgets that there are after the apply; absent where nobody asks what becomes of them. */
  readonly budgets?: Budgets;
}
