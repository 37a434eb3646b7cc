import { type Facts, type ViewOf } from '../manifests/facts';
import { type FieldPath } from '../manifests/field-path';
import { type JsonValue } from '../manifests/json';
import { type JudgedKind } from '../manifests/judged-kind';
import { isAtLeast, type KubernetesVersion } from '../kubernetes/kubernetes-version';

/** How bad a finding is. */
export enum Severity {
  /** The cluster rejects the object, or the workload can never run or never be reached. */
  ERROR = 'error',
  /** The cluster accepts the object, and it is risky. */
  WARNING = 'warning',
}

/** The description of a rule. The page of all rules is made from this. */
export interface RuleDescription {
  /** Stable, in capitals: users acknowledge findings and search for help by it. */
  readonly code: string;
  readonly severity: Severity;
  /** The condition that should hold, as a sentence without full stop. */
  readonly title: string;
  /** What happens where it does not hold. Absent where all that happens is that the API server rejects it. */
  readonly why?: string;
  /** How to fix it. */
  readonly fix: string;
  /**
   * The first version whose API server rejects the object. Absent where no API server does: the fault shows later,
   * in pods that are never created or never ready. A warning is never rejected.
   */
  readonly refusedSince?: KubernetesVersion;
  /**
   * What an API server before {@link refusedSince} does, as it follows "it". Absent where it accepts the set and
   * rejects its pods.
   */
  readonly beforeThat?: string;
  /** The first version that the rule is about; absent for all. */
  readonly since?: KubernetesVersion;
  /** The last version that the rule is about; absent for all. */
  readonly until?: KubernetesVersion;
}

/** One rule: its description, the kinds of object it looks at, and its check. */
export interface Rule<Kind extends JudgedKind = JudgedKind> extends RuleDescription {
  readonly kinds: readonly Kind[];
  /**
   * Whether the rule also looks at objects whose apiVersion no API server serves. Their fields may be those of another
   * version, and no object of the input is wired to them: other rules leave them alone.
   */
  readonly ofAnyApiVersion?: boolean;
  /**
   * Pure: judges one object of {@link kinds}, given what is known of all others. It is a method, so that a rule of one
   * kind counts as a rule.
   */
  check(object: ViewOf[Kind], facts: Facts): Verdict;
}

/** The rule does not apply to this object: what it checks is absent. */
export const NOT_APPLICABLE = 'not applicable';

/** What a rule finds in one object: nothing to judge, or the faults, of which there may be none. */
export type Verdict = typeof NOT_APPLICABLE | readonly Fault[];

/** One fault of one object. */
export interface Fault {
  readonly path: FieldPath;
  /** What is wrong, in the form "must ..." where it can be: it follows the path. */
  readonly problem: string;
  /** The value that is wrong, shown to the user. Leave it out where it may be a secret. */
  readonly value?: JsonValue;
  /** How to fix it, where the fix of the rule does not fit. */
  readonly fix?: string;
}

/** Whether a rule is about a version. */
export function appliesTo({ since, until }: RuleDescription, version: KubernetesVersion): boolean {
  return (
    (since === undefined || isAtLeast(version, since)) && (until === undefined || isAtLeast(until, version))
  );
}

/** Faults for those of several values that a predicate finds wrong. */
export function faultAt(path: FieldPath, problem: string | undefined, value?: JsonValue): readonly Fault[] {
  return problem === undefined ? [] : [{ path, problem, value }];
}

/** The faults of several things; not applicable where there are none. */
export function judgeEach<T>(things: readonly T[], judge: (thing: T) => readonly Fault[]): Verdict {
  return things.length === 0 ? NOT_APPLICABLE : things.flatMap(judge);
}
