import type { Adopted } from '../adopt';
import { type JsonObject } from '../manifests/json';
import { type Manifest } from '../manifests/manifest';
import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { Effect } from '../plan/policy/effect';
import { adopting } from './load-adoption';
import { analysis } from './load-analysis';
import type { UpgradeChange } from './upgrade-plan';

/** Which manifests are adopted, and for which cluster. */
export interface AdoptionOptions {
  /**
   * The version of the cluster.
   *
   * @default KubernetesVersion.V1_37
   */
  readonly kubernetesVersion?: KubernetesVersion;

  /**
   * The namespace of objects that name none.
   *
   * @default - none is written
   */
  readonly namespace?: string;

  /**
   * The name of the one set that is adopted, with the objects that belong to it.
   *
   * @default - all objects are
   */
  readonly set?: string;
}

/** A file of the app that makes what was adopted. */
export interface AdoptedFile {
  /** The path in the folder of the app. */
  readonly path: string;
  /** What the file holds. */
  readonly content: string;
}

/** A field that no property says, so that a patch puts it there. */
export interface AdoptedPatch {
  /** The object in words: `StatefulSet prod/web`. */
  readonly object: string;
  /** What is done: `add`, `replace` or `remove`. */
  readonly operation: string;
  /** The field, such as `spec.template.spec.affinity`. */
  readonly path: string;
}

/**
 * Code that makes what manifests say, and the proof that it does: the same as the command `cdk8s-stateful adopt`. It
 * writes no file.
 */
export class Adoption {
  /**
   * Adopts objects, such as those that `kubectl get -o json` lists.
   *
   * @param manifests the objects, as plain data
   * @param options which of them, and for which cluster
   */
  public static ofManifests(manifests: unknown[], options: AdoptionOptions = {}): Adoption {
    const plain = JSON.parse(JSON.stringify(manifests)) as readonly JsonObject[];
    return Adoption.of(
      plain.map((content) => analysis().manifestOf(content)),
      [],
      options,
    );
  }

  /**
   * Adopts files, folders and what they held in a git revision.
   *
   * @param paths the files and folders, or `git:REVISION:PATH`
   * @param options which objects, and for which cluster
   */
  public static ofPaths(paths: string[], options: AdoptionOptions = {}): Adoption {
    const read = analysis().readSources(paths);
    return Adoption.of(read.manifests, analysis().inputProblemTexts(read), options);
  }

  private static of(
    manifests: readonly Manifest[],
    problems: readonly string[],
    { kubernetesVersion, namespace, set }: AdoptionOptions,
  ): Adoption {
    const adopted = adopting().adopt({ manifests, version: kubernetesVersion, namespace, set });
    return new Adoption(adopted, problems);
  }

  /** The code of the chart. */
  public readonly code: string;

  /** The files of a whole app: the code of the chart among them, and a test that holds it against what was adopted. */
  public readonly files: AdoptedFile[];

  /** What applying the manifests of the code over those that were adopted would change; empty where it is exact. */
  public readonly differences: UpgradeChange[];

  /** The fields that no property says. */
  public readonly patches: AdoptedPatch[];

  /** Input that could not be read, one line each with file and line. The code says nothing of it. */
  public readonly problems: string[];

  private readonly adopted: Adopted;

  private constructor(adopted: Adopted, problems: readonly string[]) {
    this.adopted = adopted;
    this.problems = [...problems];
    this.code = adopting().chartFile(adopted).content;
    this.files = [...adopting().appFiles(adopted, adopting().packageVersion())];
    this.differences = analysis()
      .planJson(adopted.plan)
      .changes.map((change) => ({ ...change }));
    this.patches = adopting()
      .patchedFields(adopted)
      .map((patch) => ({ ...patch }));
  }

  /** Whether applying the manifests of the code changes nothing, as far as the input could be read. */
  public get isExact(): boolean {
    return this.problems.length === 0 && this.adopted.plan.effect === Effect.NONE;
  }

  /** What was adopted, the faults that are kept, and the plan, as the command prints it. */
  public toText(): string {
    return adopting().adoptionText(this.adopted);
  }
}
