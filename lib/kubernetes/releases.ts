import { isAtLeast, type KubernetesRelease, KubernetesVersion } from './kubernetes-version';

/** What only some patch releases of a version do. */
export interface Regression {
  readonly version: KubernetesVersion;
  /** The first and the last patch that do it. */
  readonly patches: readonly [number, number];
  /** The number of the issue of kubernetes/kubernetes. */
  readonly issue: number;
}

/**
 * The gate of `maxUnavailable` was on by default in these, and was taken back because a rollout of pods that are not
 * ready could not go on.
 */
export const MAX_UNAVAILABLE_TOO_EARLY: Regression = {
  version: KubernetesVersion.V1_35,
  patches: [0, 3],
  issue: 137409,
};

/**
 * The controllers of these compare templates by their bytes, and write them otherwise than the ones before: without
 * `creationTimestamp: null`. Later ones compare what the templates mean.
 */
export const REVISIONS_MADE_ANEW: Regression = {
  version: KubernetesVersion.V1_34,
  patches: [0, 1],
  issue: 134773,
};

/** Whether a release does it. Where no patch is said, the newest one is meant, which does not. */
export function hasRegression({ version, patch }: KubernetesRelease, regression: Regression): boolean {
  const [first, last] = regression.patches;
  return version === regression.version && patch !== undefined && patch >= first && patch <= last;
}

/** The field of a set that says how many pods may be unavailable at once. */
export const MAX_UNAVAILABLE = ['spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable'];

/** Whether the API server keeps `maxUnavailable` of a set, and the controller does as it says. */
export function honoursMaxUnavailable(release: KubernetesRelease): boolean {
  return (
    isAtLeast(release.version, KubernetesVersion.V1_37) || hasRegression(release, MAX_UNAVAILABLE_TOO_EARLY)
  );
}

/** Whether one release is older than another; where no patch is said, the newest is meant. */
export function isOlder(one: KubernetesRelease, other: KubernetesRelease): boolean {
  return one.version === other.version
    ? (one.patch ?? Infinity) < (other.patch ?? Infinity)
    : isAtLeast(other.version, one.version);
}
