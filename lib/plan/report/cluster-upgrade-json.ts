import { releaseText } from '../../kubernetes/kubernetes-version';
import { type ApplyMode } from '../apply-mode';
import { type ClusterUpgrade, type Moment } from '../cluster-upgrade/cluster-upgrade';
import { type Effect } from '../policy/effect';
import { type ChangeJson, changeJson } from './plan-json';

/** The version of {@link ClusterUpgradeJson}. Fields may be added within a version, never changed or removed. */
export const CLUSTER_UPGRADE_JSON_VERSION = 1;

/** What another version of the cluster does otherwise with the same manifests, as JSON: the contract for programs. */
export interface ClusterUpgradeJson {
  readonly version: typeof CLUSTER_UPGRADE_JSON_VERSION;
  /** The version that the cluster has, with its patch where one is said. */
  readonly kubernetesVersion: string;
  /** The version that it gets. */
  readonly toKubernetesVersion: string;
  /** How the manifests are applied: what happens at the next apply is for that. */
  readonly applyMode: ApplyMode;
  /** The worst effect of all. */
  readonly effect: Effect;
  readonly changes: readonly ReleaseChangeJson[];
}

/** Something that the other version does otherwise. */
export interface ReleaseChangeJson extends ChangeJson {
  /** `upgrade` where it comes with the upgrade itself, `next-apply`, or `creation` for objects that are recreated. */
  readonly moment: Moment;
}

/** The JSON of a cluster upgrade. */
export function clusterUpgradeJson({ from, to, apply, effect, changes }: ClusterUpgrade): ClusterUpgradeJson {
  return {
    version: CLUSTER_UPGRADE_JSON_VERSION,
    kubernetesVersion: releaseText(from),
    toKubernetesVersion: releaseText(to),
    applyMode: apply.mode,
    effect,
    changes: changes.map(({ moment, ...change }) => ({ moment, ...changeJson(change) })),
  };
}
