import { PLAN_OPTIONS, plainObjects, requireArguments, SOURCES } from './api-arguments';
import { analysis } from './load-analysis';
import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { ApplyMode } from '../plan/apply-mode';
import { Effect } from '../plan/policy/effect';
import { type PlanInput } from '../plan/plan-model';
import { type Planned, type PlanFormat } from '../plan/report/plan-reports';
import { type Problems } from '../manifests/reading/problem-list';

/** For which cluster an upgrade is planned. */
export interface UpgradePlanOptions {
  /**
   * The version of the cluster.
   *
   * @default KubernetesVersion.V1_37
   */
  readonly kubernetesVersion?: KubernetesVersion;

  /**
   * How the new manifests are applied.
   *
   * @default ApplyMode.CLIENT
   */
  readonly applyMode?: ApplyMode;

  /**
   * The name under which the new manifests are applied server-side.
   *
   * @default - the name under which an object of a cluster has been applied so far, else `kubectl`
   */
  readonly fieldManager?: string;

  /**
   * Whether a server-side apply takes over fields that another field manager has set, as Flux and Argo CD do.
   *
   * @default false
   */
  readonly forceConflicts?: boolean;

  /**
   * The namespace of objects that name none.
   *
   * @default - the namespace that the old objects are in, where they come from a cluster
   */
  readonly namespace?: string;

  /**
   * Whether reports say what is left if the new template never becomes ready, and how one comes back.
   *
   * @default false
   */
  readonly whatIfBroken?: boolean;

  /**
   * From which effect on a change fails in reports for pipelines. `NONE` lets none fail.
   *
   * @default Effect.REJECTED
   */
  readonly failOn?: Effect;
}

/** One difference between old and new manifests, and what it does. */
export interface UpgradeChange {
  /** The object in words: `StatefulSet prod/web`. */
  readonly object: string;
  /** The field; empty where the whole object comes or goes. */
  readonly path: string;
  /**
   * The old value.
   *
   * @default - the field was absent
   */
  readonly before?: unknown;
  /**
   * The new value.
   *
   * @default - the field is absent
   */
  readonly after?: unknown;
  /** What it does to what runs. */
  readonly effect: Effect;
  /** What happens, in words. */
  readonly reason: string;
  /** A stable code, such as `CLAIM_TEMPLATE_GROWN`. */
  readonly code: string;
}

/** The pods of one set that an upgrade replaces. */
export interface UpgradeRestart {
  /** The set in words: `StatefulSet prod/web`. */
  readonly object: string;
  /** The pods in the order in which they go. */
  readonly pods: string[];
}

/** One step of a migration procedure. */
export interface UpgradeStep {
  /** What is done. */
  readonly title: string;
  /** What to run in a shell; empty where a person has to decide or to edit. */
  readonly command: string;
  /** Why it is needed. */
  readonly why: string;
}

/** A rollout of a cluster that has pods which nothing becomes of by itself. */
export interface UpgradeRollout {
  /** The set in words: `StatefulSet prod/web`. */
  readonly object: string;
  /** Whether it takes more than the apply to get to its end. */
  readonly isStuck: boolean;
  /** The pods that have to be deleted by hand, in their order. No ready one is among them. */
  readonly podsToDelete: string[];
  /** What it waits for and what it takes, in words. */
  readonly text: string;
}

/** What is left of a set if the template that is applied never becomes ready. */
export interface UpgradeOutcome {
  /** The set in words: `StatefulSet prod/web`. */
  readonly object: string;
  /** Pods that are not ready in the end, or are not there. */
  readonly podsDown: string[];
  /** Pods that are ready in the end. */
  readonly podsKept: string[];
  /** Whether fewer pods are ready than a majority. */
  readonly isQuorumLost: boolean;
  /** Disruption budgets that want more pods than are ready. */
  readonly lostBudgets: string[];
  /** How one comes back. */
  readonly steps: UpgradeStep[];
  /** What is left, in words. */
  readonly text: string;
}

/**
 * What `kubectl apply` of new manifests over old ones would do, and the StatefulSet controller after it: the same as
 * the command `cdk8s-stateful plan`. It changes nothing.
 */
export class UpgradePlan {
  /**
   * Plans from old files to new ones.
   *
   * @param oldPaths the old files and folders, or `git:REVISION:PATH`
   * @param newPaths the new files and folders, or `git:REVISION:PATH`
   * @param options for which cluster
   */
  public static between(
    oldPaths: string[],
    newPaths: string[],
    options: UpgradePlanOptions = {},
  ): UpgradePlan {
    requireArguments(
      'UpgradePlan.between',
      { oldPaths, newPaths, options },
      { oldPaths: SOURCES, newPaths: SOURCES, options: PLAN_OPTIONS },
    );
    const [old, wanted] = [oldPaths, newPaths].map((sources) => analysis().readSources(sources));
    const files = analysis().filesOf(newPaths, wanted.manifests);
    const input = { old: old.manifests, new: wanted.manifests, files };
    return new UpgradePlan(plannedOf(input, [old, wanted], options), [
      ...analysis().inputProblemTexts(old),
      ...analysis().inputProblemTexts(wanted),
    ]);
  }

  /**
   * Plans from old files to objects, such as those that `Testing.synth(chart)` returns.
   *
   * @param oldPaths the old files and folders, or `git:REVISION:PATH`
   * @param manifests the new objects, as plain data
   * @param options for which cluster
   */
  public static toManifests(
    oldPaths: string[],
    manifests: unknown[],
    options: UpgradePlanOptions = {},
  ): UpgradePlan {
    const method = 'UpgradePlan.toManifests';
    requireArguments(method, { oldPaths, options }, { oldPaths: SOURCES, options: PLAN_OPTIONS });
    const plain = plainObjects(method, manifests);
    const old = analysis().readSources(oldPaths);
    const wanted = plain.map((content) => analysis().manifestOf(content));
    return new UpgradePlan(
      plannedOf({ old: old.manifests, new: wanted }, [old], options),
      analysis().inputProblemTexts(old),
    );
  }

  /** The worst effect of all changes. */
  public readonly effect: Effect;

  /** Every difference, by object and then by field. */
  public readonly changes: UpgradeChange[];

  /** Pods that are replaced, set by set. */
  public readonly restarts: UpgradeRestart[];

  /** Rollouts of a cluster that have pods which nothing becomes of by itself, where the old side has its pods. */
  public readonly rollouts: UpgradeRollout[];

  /** What is left of each set whose pods get another template, if that never becomes ready. */
  public readonly outcomesIfBroken: UpgradeOutcome[];

  /** The migration procedure, where applying the new manifests does not get there. */
  public readonly steps: UpgradeStep[];

  /**
   * Input that could not be read, one line each with file and line; of very many the first, and a line with the number
   * of the others. The changes say nothing of it.
   */
  public readonly problems: string[];

  private readonly planned: Planned;

  private constructor({ ifBroken, ...planned }: PlannedWithOutcomes, problems: readonly string[]) {
    const { json } = planned;
    this.planned = planned;
    this.problems = [...problems];
    this.effect = json.effect;
    this.changes = json.changes.map(({ object, path, before, after, effect, reason, code }) => ({
      object,
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      effect,
      reason,
      code,
    }));
    this.restarts = json.restarts.map(({ object, pods }) => ({ object, pods: [...pods] }));
    this.rollouts = json.rollouts.map(({ object, isStuck, deletes, text }) => ({
      object,
      isStuck,
      podsToDelete: deletes.map(({ pod }) => pod),
      text,
    }));
    this.outcomesIfBroken = ifBroken.map((outcome) => ({
      object: outcome.object,
      podsDown: [...outcome.down],
      podsKept: [...outcome.kept],
      isQuorumLost: outcome.isQuorumLost,
      lostBudgets: outcome.budgets.filter(({ state }) => state === 'lost').map(({ object }) => object),
      steps: outcome.steps.map(({ title, command, why }) => ({ title, command, why })),
      text: outcome.text,
    }));
    this.steps = json.steps.map(({ title, command, why }) => ({ title, command, why }));
  }

  /** Whether the apply is accepted and no data is at risk, as far as the input could be read. */
  public get isSafe(): boolean {
    return (
      this.problems.length === 0 && this.effect !== Effect.REJECTED && this.effect !== Effect.DATA_AT_RISK
    );
  }

  /** The plan as the command prints it. */
  public toText(): string {
    return this.report('text');
  }

  /** The plan as Markdown, for a comment on a pull request. */
  public toMarkdown(): string {
    return this.report('markdown');
  }

  /** The migration procedure as a POSIX shell script. */
  public toScript(): string {
    return this.report('script');
  }

  /** The plan as the JSON text that the command prints with `-o json`. */
  public toJsonText(): string {
    return this.report('json').trimEnd();
  }

  /** The plan as a log in SARIF 2.1.0, for code scanning. */
  public toSarif(): string {
    return this.report('sarif');
  }

  /** The plan in the XML of JUnit, for test reports. */
  public toJunit(): string {
    return this.report('junit');
  }

  /** The plan as annotations in a workflow of GitHub Actions: print it to the log. */
  public toGithubAnnotations(): string {
    return this.report('github');
  }

  private report(format: PlanFormat): string {
    return analysis().PLAN_REPORTS[format](this.planned);
  }
}

/** A plan with what is left of sets, which reports say only where it was asked for. */
interface PlannedWithOutcomes extends Planned {
  readonly ifBroken: NonNullable<Planned['json']['ifBroken']>;
}

function plannedOf(
  manifests: Pick<PlanInput, 'old' | 'new' | 'files'>,
  read: readonly Problems[],
  options: UpgradePlanOptions,
): PlannedWithOutcomes {
  const { applyMode = ApplyMode.CLIENT, fieldManager, forceConflicts = false, namespace } = options;
  const { changeSources, packageVersion, plan, planJson } = analysis();
  const input: PlanInput = {
    ...manifests,
    version: options.kubernetesVersion,
    apply: { mode: applyMode, fieldManager, isForced: forceConflicts },
    namespace,
    now: Date.now(),
    whatIf: 'broken',
  };
  const planned = plan(input);
  const { ifBroken = [], ...json } = planJson(planned, changeSources(input));
  return {
    planned,
    json: options.whatIfBroken === true ? { ...json, ifBroken } : json,
    ifBroken,
    failOn: options.failOn ?? Effect.REJECTED,
    toolVersion: packageVersion(),
    problems: read.flatMap(({ problems }) => problems),
  };
}
