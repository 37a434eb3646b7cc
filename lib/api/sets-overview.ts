import { type Manifest } from '../manifests/manifest';
import { OVERVIEW_OPTIONS, plainObjects, requireArguments, SOURCES } from './api-arguments';
import { analysis } from './load-analysis';
import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type Overview } from '../show/overview';

/** How sets are shown. */
export interface SetsOverviewOptions {
  /**
   * The version of the cluster.
   *
   * @default KubernetesVersion.V1_37
   */
  readonly kubernetesVersion?: KubernetesVersion;

  /**
   * The namespace of objects that name none.
   *
   * @default 'default'
   */
  readonly namespace?: string;
}

/**
 * What sets will look like once they run, with their pods, DNS names, claims and Services: the same as the command
 * `cdk8s-stateful show`.
 */
export class SetsOverview {
  /**
   * Shows the sets of files and folders.
   *
   * @param paths the files and folders, or `git:REVISION:PATH`
   * @param options how they are shown
   */
  public static ofPaths(paths: string[], options: SetsOverviewOptions = {}): SetsOverview {
    requireArguments(
      'SetsOverview.ofPaths',
      { paths, options },
      { paths: SOURCES, options: OVERVIEW_OPTIONS },
    );
    const read = analysis().readSources(paths);
    return new SetsOverview(overviewOf(read.manifests, options), analysis().inputProblemTexts(read));
  }

  /**
   * Shows the sets among objects, such as those that `Testing.synth(chart)` returns.
   *
   * @param manifests the objects, as plain data
   * @param options how they are shown
   */
  public static ofManifests(manifests: unknown[], options: SetsOverviewOptions = {}): SetsOverview {
    requireArguments('SetsOverview.ofManifests', { options }, { options: OVERVIEW_OPTIONS });
    const plain = plainObjects('SetsOverview.ofManifests', manifests);
    return new SetsOverview(
      overviewOf(
        plain.map((content) => analysis().manifestOf(content)),
        options,
      ),
      [],
    );
  }

  /**
   * Input that could not be read, one line each with file and line; of very many the first, and a line with the number
   * of the others.
   */
  public readonly problems: string[];

  private readonly overview: Overview;

  private constructor(overview: Overview, problems: readonly string[]) {
    this.overview = overview;
    this.problems = [...problems];
  }

  /** A table of pods and one of Services for each set. */
  public toText(): string {
    return analysis().showText(this.overview);
  }

  /** The tables as Markdown. */
  public toMarkdown(): string {
    return analysis().showMarkdown(this.overview);
  }

  /** The overview as the JSON text that the command prints with `-o json`. */
  public toJsonText(): string {
    return analysis().jsonText(analysis().showJson(this.overview));
  }

  /** A Mermaid flow chart. */
  public toMermaid(): string {
    return analysis().showMermaid(this.overview);
  }

  /** A drawing, as the text of an SVG file. */
  public toSvg(): string {
    return analysis().showSvg(this.overview);
  }
}

function overviewOf(
  manifests: readonly Manifest[],
  { kubernetesVersion, namespace }: SetsOverviewOptions,
): Overview {
  return analysis().overviewOf(manifests, { version: kubernetesVersion, namespace, now: Date.now() });
}
