import { type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Overview, type SetOverview } from '../overview';

/** The version of {@link ShowJson}. Fields may be added within a version, never changed or removed. */
export const SHOW_JSON_VERSION = 1;

/** What sets will look like, as JSON: the contract for programs. */
export interface ShowJson {
  readonly version: typeof SHOW_JSON_VERSION;
  readonly kubernetesVersion: KubernetesVersion;
  /** By namespace and name. */
  readonly sets: readonly SetOverview[];
}

/** The JSON of an overview. */
export function showJson({ kubernetesVersion, sets }: Overview): ShowJson {
  return { version: SHOW_JSON_VERSION, kubernetesVersion, sets };
}
