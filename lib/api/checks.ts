import { type Problems } from '../manifests/reading/problem-list';
import { type Manifest } from '../manifests/manifest';
import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { PLAIN_TEXT, required } from '../errors/shape';
import { CHECKS_OPTIONS, plainObjects, requireArguments, SOURCES } from './api-arguments';
import { analysis } from './load-analysis';
import { type CheckFormat } from '../check/report/check-reports';
import { type Checked } from '../check/report/checked';
import { Severity } from '../check/rule';

/** How manifests are checked. */
export interface ChecksOptions {
  /**
   * The version of the cluster.
   *
   * @default KubernetesVersion.V1_37
   */
  readonly kubernetesVersion?: KubernetesVersion;

  /**
   * Whether warnings fail, too, in reports for pipelines.
   *
   * @default false
   */
  readonly strict?: boolean;
}

/** What one check found wrong with one object. */
export interface CheckFinding {
  /** The stable code of the rule, such as `SET_NAME_TOO_LONG`. */
  readonly code: string;
  /** How bad it is. */
  readonly severity: Severity;
  /** The object's apiVersion. */
  readonly apiVersion: string;
  /** The object's kind. */
  readonly kind: string;
  /**
   * The object's namespace.
   *
   * @default - the manifest names none
   */
  readonly namespace?: string;
  /**
   * The object's name.
   *
   * @default - the manifest names none
   */
  readonly name?: string;
  /** The field, such as `spec.template.spec.containers[0].image`; empty where the object is meant. */
  readonly path: string;
  /** What is wrong, with the value. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** How to fix it. */
  readonly fix: string;
  /** The file; empty where the manifest came from none. */
  readonly file: string;
  /** The line of the file, from 1. */
  readonly line: number;
}

/**
 * What a cluster would refuse, or accept and never run, found before it is asked: the same rules as those of the
 * command `cdk8s-stateful check`.
 */
export class Checks {
  /**
   * Checks objects, such as those that `Testing.synth(chart)` returns.
   *
   * @param manifests the objects, as plain data
   * @param options how they are checked
   */
  public static ofManifests(manifests: unknown[], options: ChecksOptions = {}): CheckReport {
    requireArguments('Checks.ofManifests', { options }, { options: CHECKS_OPTIONS });
    const plain = plainObjects('Checks.ofManifests', manifests);
    return reportOf(
      plain.map((content) => analysis().manifestOf(content)),
      NO_PROBLEMS,
      options,
    );
  }

  /**
   * Checks a text of YAML or JSON.
   *
   * @param text one document or several
   * @param options how they are checked
   */
  public static ofText(text: string, options: ChecksOptions = {}): CheckReport {
    requireArguments(
      'Checks.ofText',
      { text, options },
      { text: required(PLAIN_TEXT), options: CHECKS_OPTIONS },
    );
    const read = analysis().readManifests(text, 'text');
    return reportOf(read.manifests, read, options);
  }

  /**
   * Checks files, folders and what they held in a git revision.
   *
   * @param paths the files and folders, or `git:REVISION:PATH`
   * @param options how they are checked
   */
  public static ofPaths(paths: string[], options: ChecksOptions = {}): CheckReport {
    requireArguments('Checks.ofPaths', { paths, options }, { paths: SOURCES, options: CHECKS_OPTIONS });
    const read = analysis().readSources(paths);
    return reportOf(read.manifests, read, options);
  }

  private constructor() {
    // Static methods only.
  }
}

const NO_PROBLEMS: Problems = { problems: [], moreProblems: 0 };

/** What a check found. */
export class CheckReport {
  /** Everything that was found, sorted by object and field. */
  public readonly findings: CheckFinding[];

  /**
   * Input that could not be read, one line each with file and line; of very many the first, and a line with the number
   * of the others. The findings say nothing of it.
   */
  public readonly problems: string[];

  private readonly checked: Checked;

  /** @internal */
  public static _of(checked: Checked, problems: readonly string[]): CheckReport {
    return new CheckReport(checked, problems);
  }

  private constructor(checked: Checked, problems: readonly string[]) {
    this.checked = checked;
    this.problems = [...problems];
    this.findings = checked.json.findings.map(
      ({ object, source, code, severity, path, message, why, fix }) => ({
        code,
        severity,
        ...object,
        path,
        message,
        why,
        fix,
        ...source,
      }),
    );
  }

  /** The findings that are errors. */
  public get errors(): CheckFinding[] {
    return this.findings.filter(({ severity }) => severity === Severity.ERROR);
  }

  /** The findings that are warnings. */
  public get warnings(): CheckFinding[] {
    return this.findings.filter(({ severity }) => severity === Severity.WARNING);
  }

  /** The report as the command prints it. */
  public toText(): string {
    return this.report('text');
  }

  /** The report as the JSON text that the command prints with `-o json`. */
  public toJsonText(): string {
    return this.report('json').trimEnd();
  }

  /** The report as Markdown, for a comment on a pull request. */
  public toMarkdown(): string {
    return this.report('markdown');
  }

  /** The report as a log in SARIF 2.1.0, for code scanning. */
  public toSarif(): string {
    return this.report('sarif');
  }

  /** The report in the XML of JUnit, for test reports. */
  public toJunit(): string {
    return this.report('junit');
  }

  /** The report as annotations in a workflow of GitHub Actions: print it to the log. */
  public toGithubAnnotations(): string {
    return this.report('github');
  }

  private report(format: CheckFormat): string {
    return analysis().CHECK_REPORTS[format](this.checked);
  }
}

function reportOf(manifests: readonly Manifest[], problems: Problems, options: ChecksOptions): CheckReport {
  const { check, checkJson, inputProblemTexts, packageVersion, RULES } = analysis();
  const result = check(manifests, RULES, options.kubernetesVersion);
  return CheckReport._of(
    {
      json: checkJson(result, undefined, problems),
      clean: result.clean,
      isStrict: options.strict === true,
      toolVersion: packageVersion(),
    },
    inputProblemTexts(problems),
  );
}
