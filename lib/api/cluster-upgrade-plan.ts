import { UPGRADE_OPTIONS, plainObjects, requireArguments, SOURCES } from './api-arguments';
import { analysis } from './load-analysis';
import { RefusedError } from '../errors/refusal';
import { parseRelease, type KubernetesRelease } from '../kubernetes/kubernetes-version';
import { type Manifest } from '../manifests/manifest';
import { ApplyMode } from '../plan/apply-mode';
import { Effect } from '../plan/policy/effect';
import { type ClusterUpgradeJson } from '../plan/report/cluster-upgrade-json';

/** From which version a cluster goes to which. */
export interface ClusterUpgradePlanOptions {
  /** The version that the cluster has, with its patch where it is known: `1.33.5`, or `1.33` for its newest patch. */
  readonly fromKubernetesVersion: string;

  /** The version that it gets: `1.35.2`, or `1.35` for its newest patch. */
  readonly toKubernetesVersion: string;

  /**
   * How the manifests are applied.
   *
   * @default ApplyMode.CLIENT
   */
  readonly applyMode?: ApplyMode;

  /**
   * The namespace of objects that name none.
   *
   * @default - the current one of `kubectl`
   */
  readonly namespace?: string;
}

/** Something that another version of the cluster does otherwise with the same manifest. */
export interface ClusterUpgradeChange {
  /** `upgrade` where it comes with the upgrade, `next-apply`, or `creation` for objects that are recreated. */
  readonly moment: string;
  /** The object in words: `StatefulSet prod/web`. */
  readonly object: string;
  /** The field. */
  readonly path: string;
  /** What it does to what runs. */
  readonly effect: Effect;
  /** What happens, in words. */
  readonly reason: string;
  /** A stable code, such as `REVISION_MADE_ANEW`. */
  readonly code: string;
}

/**
 * What another version of the cluster does otherwise with manifests that stay as they are: the same as the command
 * `cdk8s-stateful plan --to-kubernetes-version`. It changes nothing.
 */
export class ClusterUpgradePlan {
  /**
   * Plans for files and folders.
   *
   * @param paths the files and folders, or `git:REVISION:PATH`
   * @param options from which version to which
   */
  public static ofPaths(paths: string[], options: ClusterUpgradePlanOptions): ClusterUpgradePlan {
    requireArguments(
      'ClusterUpgradePlan.ofPaths',
      { paths, options },
      { paths: SOURCES, options: UPGRADE_OPTIONS },
    );
    const read = analysis().readSources(paths);
    return new ClusterUpgradePlan(
      upgradeOf('ClusterUpgradePlan.ofPaths', read.manifests, options),
      analysis().inputProblemTexts(read),
    );
  }

  /**
   * Plans for objects, such as those that `Testing.synth(chart)` returns.
   *
   * @param manifests the objects, as plain data
   * @param options from which version to which
   */
  public static ofManifests(manifests: unknown[], options: ClusterUpgradePlanOptions): ClusterUpgradePlan {
    requireArguments('ClusterUpgradePlan.ofManifests', { options }, { options: UPGRADE_OPTIONS });
    const plain = plainObjects('ClusterUpgradePlan.ofManifests', manifests);
    return new ClusterUpgradePlan(
      upgradeOf(
        'ClusterUpgradePlan.ofManifests',
        plain.map((content) => analysis().manifestOf(content)),
        options,
      ),
      [],
    );
  }

  /** The worst effect of all. */
  public readonly effect: Effect;

  /** What the newer version does otherwise. */
  public readonly changes: ClusterUpgradeChange[];

  /** Input that could not be read, one line each with file and line. */
  public readonly problems: string[];

  private readonly json: ClusterUpgradeJson;

  private constructor(json: ClusterUpgradeJson, problems: readonly string[]) {
    this.json = json;
    this.effect = json.effect;
    this.problems = [...problems];
    this.changes = json.changes.map(({ moment, object, path, effect, reason, code }) => ({
      moment,
      object,
      path,
      effect,
      reason,
      code,
    }));
  }

  /** Whether nothing is refused and no data is at risk, as far as the input could be read. */
  public get isSafe(): boolean {
    return (
      this.problems.length === 0 && this.effect !== Effect.REJECTED && this.effect !== Effect.DATA_AT_RISK
    );
  }

  /** The plan as the command prints it. */
  public toText(): string {
    return analysis().clusterUpgradeText(this.json);
  }

  /** The plan as Markdown. */
  public toMarkdown(): string {
    return analysis().clusterUpgradeMarkdown(this.json);
  }

  /** The plan as the JSON text that the command prints with `-o json`. */
  public toJsonText(): string {
    return analysis().jsonText(this.json);
  }
}

function upgradeOf(
  method: string,
  manifests: readonly Manifest[],
  {
    fromKubernetesVersion,
    toKubernetesVersion,
    applyMode = ApplyMode.CLIENT,
    namespace,
  }: ClusterUpgradePlanOptions,
): ClusterUpgradeJson {
  const from = releaseOf(method, 'fromKubernetesVersion', fromKubernetesVersion);
  const to = releaseOf(method, 'toKubernetesVersion', toKubernetesVersion);
  const apply = { mode: applyMode, isForced: false };
  return analysis().clusterUpgradeJson(analysis().clusterUpgrade({ manifests, from, to, apply, namespace }));
}

function releaseOf(method: string, subject: string, text: string): KubernetesRelease {
  const release = parseRelease(text);
  if (release === undefined) {
    throw new RefusedError(method, {
      code: 'VALUE_NOT_ALLOWED',
      subject,
      problem: 'must be a version of Kubernetes that is known, such as 1.33 or 1.33.5',
      value: text,
    });
  }
  return release;
}
