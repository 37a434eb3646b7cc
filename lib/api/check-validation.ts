import {
  DEFAULT_KUBERNETES_VERSION,
  KUBERNETES_VERSIONS,
  type KubernetesVersion,
  parseKubernetesVersion,
} from '../kubernetes/kubernetes-version';
import { RefusedError } from '../errors/refusal';
import { FLAG, madeWith, required, struct } from '../errors/shape';
import { requireArguments, SOURCES } from './api-arguments';
import { analysis } from './load-analysis';
import { type FindingJson } from '../check/report/check-json';
import { Severity } from '../check/rule';

/** The properties of a {@link CheckValidation} in cdk8s.yaml. */
export interface CheckValidationProps {
  /**
   * The version of the cluster: `'1.28'` to `'1.37'`, in quotes.
   *
   * @default '1.37'
   */
  readonly kubernetesVersion?: string;

  /**
   * Whether warnings make the validation fail, as errors do.
   *
   * @default false
   */
  readonly strict?: boolean;
}

/** A resource that breaks a rule, as cdk8s reports it. */
export interface ValidatedResource {
  /** The object's name. cdk8s finds the construct by it. */
  readonly resourceName: string;
  /** The fields, with what is wrong and the line of the manifest. */
  readonly locations: string[];
  /** The file of the manifest. */
  readonly manifestPath: string;
}

/** A broken rule, as cdk8s reports it. */
export interface ValidatedRule {
  /** The code of the rule and what should hold. */
  readonly ruleName: string;
  /** Why it matters. */
  readonly recommendation: string;
  /** How to fix it. */
  readonly fix: string;
  /** The resources that break the rule. */
  readonly violatingResources: ValidatedResource[];
}

/** Where cdk8s takes the results of a validation. */
export interface IValidationReport {
  /** Adds a broken rule. */
  addViolation(violation: ValidatedRule): void;
  /**
   * Ends the report.
   *
   * @param status `success` or `failure`; a failure ends `cdk8s synth`
   * @param metadata figures for the summary
   */
  submit(status: string, metadata?: Record<string, string>): void;
}

/** What cdk8s gives to a validation. */
export interface IValidationContext {
  /** The files that were synthesized. */
  readonly manifests: string[];
  /** Where the results go. */
  readonly report: IValidationReport;
}

/**
 * Runs the checks on what `cdk8s synth` writes, of any cdk8s app, and points at the construct. Named in cdk8s.yaml under
 * `validations:`.
 *
 * @see https://cdk8s.io/docs/latest/cli/synth/#validations
 */
export class CheckValidation {
  private readonly version: KubernetesVersion;
  private readonly strict: boolean;

  constructor(props: CheckValidationProps = {}) {
    requireArguments('CheckValidation', { props }, { props: struct({ strict: FLAG }) });
    this.version = versionOf(props.kubernetesVersion);
    this.strict = props.strict ?? false;
  }

  /** Checks the synthesized manifests and reports to cdk8s. */
  public async validate(context: IValidationContext): Promise<void> {
    requireArguments('CheckValidation.validate', { context }, { context: CONTEXT });
    const { check, checkJson, inputProblemTexts, readPaths, RULES } = analysis();
    const read = readPaths(context.manifests);
    const { manifests, problems } = read;
    const { findings, summary } = checkJson(check(manifests, RULES, this.version));
    inputProblemTexts(read).forEach((text, index) => {
      // What counts the problems that are not listed is told as the last of those that are.
      const { code, file } = problems[Math.min(index, problems.length - 1)];
      context.report.addViolation({
        ruleName: code,
        recommendation: 'a manifest that cannot be read is not checked',
        fix: 'write a manifest that can be read',
        violatingResources: [{ resourceName: '', locations: [text], manifestPath: file }],
      });
    });
    for (const findingsOfRule of byRule(findings)) {
      context.report.addViolation(violationOf(findingsOfRule));
    }
    const isFailure = problems.length > 0 || summary.errors > 0 || (this.strict && summary.warnings > 0);
    context.report.submit(isFailure ? 'failure' : 'success', {
      'Kubernetes version': this.version,
      Objects: String(summary.objects),
      Checked: String(summary.checked),
      Errors: String(summary.errors),
      Warnings: String(summary.warnings),
    });
    return Promise.resolve();
  }
}

/** What cdk8s gives to a validation: the report is an object of the command. */
const CONTEXT = required(
  struct({ manifests: SOURCES, report: required(madeWith('cdk8s synth', 'addViolation')) }),
);

function versionOf(given: unknown): KubernetesVersion {
  if (given === undefined) {
    return DEFAULT_KUBERNETES_VERSION;
  }
  // Without quotes YAML makes the number 1.3 of 1.30.
  const version = typeof given === 'string' ? parseKubernetesVersion(given) : undefined;
  if (version === undefined) {
    const known = `'${KUBERNETES_VERSIONS[0]}' to '${KUBERNETES_VERSIONS.at(-1) ?? ''}'`;
    throw new RefusedError('CheckValidation', {
      code: 'VALUE_NOT_ALLOWED',
      subject: 'kubernetesVersion',
      problem: `must be text from ${known}, in quotes`,
      value: given,
    });
  }
  return version;
}

function byRule(findings: readonly FindingJson[]): readonly (readonly FindingJson[])[] {
  return [
    ...analysis()
      .groupedBy(findings, ({ code, fix }) => JSON.stringify([code, fix]))
      .values(),
  ];
}

/** One broken rule. Its resources are told apart by their name and file. */
function violationOf(findings: readonly FindingJson[]): ValidatedRule {
  const [{ code, severity, why, fix }] = findings;
  const resources = analysis().groupedBy(findings, ({ object, source }) =>
    JSON.stringify([object, source.file]),
  );
  return {
    ruleName: severity === Severity.ERROR ? code : `${code} (${severity})`,
    recommendation: why,
    fix: analysis().printable(fix),
    violatingResources: [...resources.values()].map((ofResource) => ({
      resourceName: ofResource[0].object.name ?? '',
      locations: ofResource.map(({ path, message, source }) =>
        analysis().printable(`${path} ${message} (line ${source.line})`.trim()),
      ),
      manifestPath: ofResource[0].source.file,
    })),
  };
}
