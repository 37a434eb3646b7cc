import { type KubernetesRelease, type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type NameList } from '../rollout/ordinal-range';
import { type WaitedPod } from '../rollout/waiting';
import { type Pace } from '../plan-model';
import { type ApplyMode } from '../apply-mode';
import { type FieldOwner } from '../differences/server-apply/field-managers';
import { type ChangeCode } from './change-codes';

/** Why a change has its effect, as data: the report makes the sentence, and nothing else depends on it. */
export type Cause = UpdateCause | FaultCause;

/** A fault of the new manifest, which a rule of `check` finds. */
export interface FaultCause {
  /** The code of the rule. */
  readonly code: string;
  readonly fault: {
    readonly message: string;
    readonly fix: string;
  };
}

/** What the update brings about. */
export type UpdateCause = { readonly code: PlainCode } | ValueCause;

/** The codes that say everything by themselves. */
export type PlainCode = Exclude<ChangeCode, ValueCause['code']>;

/** A code with the values that its sentence names. */
export type ValueCause =
  | UnservedCause
  | MergeCause
  | RestartCause
  | ReplicasCause
  | ReplacedSetCause
  | ConflictCause
  | ReleaseCause
  | { readonly code: 'ROLLING_UPDATE_LEFT_OVER'; readonly mode: ApplyMode }
  | { readonly code: 'LIVE_PODS_TOO_MANY'; readonly limit: number }
  | { readonly code: 'ROLLOUT_STUCK'; readonly stuckOn: WaitedPod }
  | { readonly code: 'DATA_IMMUTABLE' | 'OBJECT_ADDED'; readonly kind: string }
  | {
      readonly code: 'FIELD_DROPPED';
      readonly kubernetesVersion: KubernetesVersion;
      /** The first version that keeps the field; undefined where no version is known to. */
      readonly keptSince?: KubernetesVersion;
    }
  | { readonly code: 'RETENTION_ARMED'; readonly field: 'whenDeleted' | 'whenScaled' };

/** No server of this version serves the object in the version that it is written in. The code is that of a rule, too. */
export interface UnservedCause {
  readonly code: 'API_VERSION_NOT_SERVED';
  readonly kind: string;
  readonly apiVersion: string;
  readonly kubernetesVersion: KubernetesVersion;
}

/** A list cannot be merged by the keys of its elements. */
export type MergeCause =
  | {
      readonly code: 'LIST_KEY_REPEATED' | 'MERGE_KEY_MISSING' | 'MERGE_KEY_REPEATED';
      /** What kubectl or the API server says where the apply fails. */
      readonly message: string;
    }
  | {
      readonly code: 'MERGE_KEY_REPEATED';
      /** The field by which kubectl takes several elements for one. */
      readonly keyField: string;
    };

/** A server-side apply would change a field that others have set. */
export interface ConflictCause {
  readonly code: 'FIELD_CONFLICT';
  /** Who has set it. */
  readonly managers: readonly FieldOwner[];
}

/** Another release of Kubernetes does otherwise with what is stored already. */
export type ReleaseCause =
  | {
      readonly code: 'REVISION_MADE_ANEW';
      readonly release: KubernetesRelease;
      readonly issue: number;
      readonly restarted: NameList;
      readonly pace: Pace;
    }
  | {
      readonly code: 'UNREADY_PODS_BLOCK';
      readonly release: KubernetesRelease;
      readonly issue: number;
    }
  | {
      readonly code: 'MAX_UNAVAILABLE_HONOURED' | 'MAX_UNAVAILABLE_IGNORED';
      readonly release: KubernetesRelease;
    };

/** Pods are replaced. */
export interface RestartCause {
  readonly code: 'PARTITION_LOWERED' | 'STRATEGY_RESUMES' | 'TEMPLATE_RESTARTS';
  readonly restarted: NameList;
  readonly pace: Pace;
}

/** Pods come or go, and what becomes of their claims. */
export type ReplicasCause =
  | { readonly code: 'REPLICAS_UP'; readonly added: NameList }
  | {
      readonly code: 'REPLICAS_UP_REUSES_DATA';
      readonly added: NameList;
      readonly reusedClaims: NameList;
    }
  | { readonly code: 'REPLICAS_DOWN'; readonly removed: NameList; readonly keptClaims: NameList }
  | {
      readonly code: 'FIRST_ORDINAL_MOVES_DATA' | 'REPLICAS_DOWN_DELETES_DATA';
      readonly removed: NameList;
      readonly deletedClaims: NameList;
    }
  | {
      readonly code: 'REPLICAS_RESET';
      readonly removed: NameList;
      readonly mode: ApplyMode;
    };

/** A set comes in the place of another one. */
export interface ReplacedSetCause {
  readonly code: 'SET_MOVED' | 'SET_RENAMED';
  /** The new set in words. */
  readonly replacement: string;
  /** The claims of the old set. */
  readonly claims: NameList;
  /** Whether the claims are deleted with the old set. */
  readonly areClaimsDeleted: boolean;
}
