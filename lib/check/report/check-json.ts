import { pathText } from '../../manifests/field-path';
import { type InputProblem } from '../../manifests/reading/input-problem';
import { type Problems } from '../../manifests/reading/problem-list';
import { type CheckResult } from '../check';
import { type Finding } from '../finding';
import { fingerprintOf } from '../finding-fingerprint';
import { Severity } from '../rule';
import { whyText } from '../why-text';

/** The version of {@link CheckJson}. Fields may be added within a version, never changed or removed. */
export const CHECK_JSON_VERSION = 1;

/** What a check found, as JSON: the contract for programs. The other reports are views of it. */
export interface CheckJson {
  readonly version: typeof CHECK_JSON_VERSION;
  /** The version, with the patch release where one was said. */
  readonly kubernetesVersion: string;
  readonly findings: readonly FindingJson[];
  readonly summary: CheckSummary;
  /** Input that could not be read; the findings say nothing of it. Of very many the first ones. */
  readonly problems: readonly InputProblem[];
  /** How many more problems there are. */
  readonly moreProblems: number;
  /** Fingerprints of the baseline that nothing is found for any more. */
  readonly staleBaseline: readonly string[];
}

/** One finding. */
export interface FindingJson {
  readonly code: string;
  readonly severity: Severity;
  readonly object: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace?: string;
    readonly name?: string;
  };
  /** The field, such as `spec.template.spec.containers[0].image`; empty where the object is meant. */
  readonly path: string;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly source: { readonly file: string; readonly line: number };
  /** Code, object and field in one text: the same in every run as long as the finding is there, whatever its line. */
  readonly fingerprint: string;
  /** The path of the construct that made the object, where cdk8s recorded it. */
  readonly construct?: string;
}

/** How much was looked at and found. */
export interface CheckSummary {
  /** Objects of any kind in the input. */
  readonly objects: number;
  /** Those of kinds that are checked. */
  readonly checked: number;
  readonly errors: number;
  readonly warnings: number;
  /** Findings that an annotation acknowledges: they are left out. */
  readonly acknowledged: number;
  /** Findings whose code or file is left out. */
  readonly ignored: number;
  /** Findings that the baseline covers: they are left out. */
  readonly baselined: number;
}

/** The paths of constructs by the names of their objects, as cdk8s records them. */
export type ConstructPaths = ReadonlyMap<string, string>;

/** The JSON of a result. */
export function checkJson(
  result: CheckResult,
  constructs: ConstructPaths = new Map(),
  { problems, moreProblems }: Problems = { problems: [], moreProblems: 0 },
): CheckJson {
  const findings = result.findings.map((finding) => findingJson(finding, constructs));
  return {
    version: CHECK_JSON_VERSION,
    kubernetesVersion: result.kubernetesVersion,
    findings,
    summary: {
      objects: result.objects,
      checked: result.checked,
      errors: findings.filter(({ severity }) => severity === Severity.ERROR).length,
      warnings: findings.filter(({ severity }) => severity === Severity.WARNING).length,
      acknowledged: result.acknowledged,
      ignored: result.ignored,
      baselined: result.baselined,
    },
    problems,
    moreProblems,
    staleBaseline: result.staleBaseline,
  };
}

function findingJson(finding: Finding, constructs: ConstructPaths): FindingJson {
  const { rule, object, path, message, fix } = finding;
  const { apiVersion, kind, namespace, name } = object;
  const construct = constructs.get(name ?? '');
  return {
    code: rule.code,
    severity: rule.severity,
    object: {
      apiVersion,
      kind,
      ...(namespace === undefined ? {} : { namespace }),
      ...(name === undefined ? {} : { name }),
    },
    path: pathText(path),
    message,
    why: whyText(rule),
    fix,
    source: { file: object.source.file, line: object.lineOf(path) },
    fingerprint: fingerprintOf(finding),
    ...(construct === undefined ? {} : { construct }),
  };
}
