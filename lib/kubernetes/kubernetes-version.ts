/**
 * A minor version of Kubernetes. What the API server accepts, drops and does depends on it.
 *
 * @see https://kubernetes.io/releases/
 */
export enum KubernetesVersion {
  /** Kubernetes 1.28. */
  V1_28 = '1.28',
  /** Kubernetes 1.29. */
  V1_29 = '1.29',
  /** Kubernetes 1.30. */
  V1_30 = '1.30',
  /** Kubernetes 1.31. */
  V1_31 = '1.31',
  /** Kubernetes 1.32. */
  V1_32 = '1.32',
  /** Kubernetes 1.33. */
  V1_33 = '1.33',
  /** Kubernetes 1.34. */
  V1_34 = '1.34',
  /** Kubernetes 1.35. */
  V1_35 = '1.35',
  /** Kubernetes 1.36. */
  V1_36 = '1.36',
  /** Kubernetes 1.37. */
  V1_37 = '1.37',
}

/** Every known version, oldest first. */
export const KUBERNETES_VERSIONS: readonly KubernetesVersion[] = Object.values(KubernetesVersion);

/** The version that is meant where none is given: the newest known one. */
export const DEFAULT_KUBERNETES_VERSION = KubernetesVersion.V1_37;

/** Whether `version` is `since` or newer. */
export function isAtLeast(version: KubernetesVersion, since: KubernetesVersion): boolean {
  return KUBERNETES_VERSIONS.indexOf(version) >= KUBERNETES_VERSIONS.indexOf(since);
}

/** The version that `text` spells (`1.30`, `v1.30`, `1.30.4`), or undefined where it is none of the known ones. */
export function parseKubernetesVersion(text: string): KubernetesVersion | undefined {
  return parseRelease(text)?.version;
}

/** A version with its patch, where somebody says it. */
export interface KubernetesRelease {
  readonly version: KubernetesVersion;
  /** The last number of `1.35.2`; undefined where it is not said, which means the newest one. */
  readonly patch?: number;
}

/** The release that `text` spells (`1.30`, `v1.30.4`), or undefined where its version is none of the known ones. */
export function parseRelease(text: string): KubernetesRelease | undefined {
  const [, minor, patch] = /^v?(\d+\.\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const version = KUBERNETES_VERSIONS.find((one: string) => one === minor);
  return (
    version && { version, ...((patch as string | undefined) === undefined ? {} : { patch: Number(patch) }) }
  );
}

/** The release as it is written: `1.35.2`, or `1.35` where no patch is said. */
export function releaseText({ version, patch }: KubernetesRelease): string {
  return patch === undefined ? version : `${version}.${patch}`;
}
