import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { fieldOf, type JsonObject, type JsonValue } from '../json';

/** What the API server stores in the spec of a set for fields that are not given. */
export const SET_DEFAULTS = {
  replicas: 1,
  podManagementPolicy: 'OrderedReady',
  revisionHistoryLimit: 10,
} as const;

/** The same for the ordinals of a set, where they are given. */
export const ORDINALS_DEFAULTS = { start: 0 } as const;

/** The same for `persistentVolumeClaimRetentionPolicy`. */
export const RETENTION_DEFAULTS = { whenDeleted: 'Retain', whenScaled: 'Retain' } as const;

/** The update strategy of a set that names none. */
export const DEFAULT_STRATEGY = 'RollingUpdate';

/** What is filled in in an update strategy: one without type gets a partition; `type: RollingUpdate` alone does not. */
export function strategyDefaults(strategy: JsonValue | undefined): JsonObject {
  return (fieldOf(strategy, 'type') ?? '') === '' ? { type: DEFAULT_STRATEGY, rollingUpdate: {} } : {};
}

/** What is filled in in the `rollingUpdate` of an update strategy. */
export function rollingUpdateDefaults(version: KubernetesVersion): {
  readonly partition: number;
  readonly maxUnavailable?: number;
} {
  return { partition: 0, ...(isAtLeast(version, KubernetesVersion.V1_37) ? { maxUnavailable: 1 } : {}) };
}
