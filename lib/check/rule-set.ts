import { Facts } from '../manifests/facts';
import { type JudgedKind } from '../manifests/judged-kind';
import { type Manifest } from '../manifests/manifest';
import { type ObjectView } from '../manifests/views/object-view';
import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type Finding, findingOf } from './finding';
import { appliesTo, NOT_APPLICABLE, type Rule, type RuleDescription, Severity } from './rule';

/** A rule that failed. It is a fault of this tool, not of the manifest. */
export const RULE_FAILED: RuleDescription = {
  code: 'RULE_FAILED',
  severity: Severity.WARNING,
  title: 'every rule runs on every object',
  why: 'a rule failed on this object, so its findings are missing',
  fix: 'open an issue for cdk8s-stateful with the manifest, without its secrets',
};

/** What rules find in one object, acknowledged or not. */
export interface ObjectFindings {
  readonly object: Manifest;
  /** Whether the API server serves its apiVersion; otherwise few rules look at it. */
  readonly isServed: boolean;
  readonly found: readonly Finding[];
}

/** The rules of a run that are about its version of Kubernetes, by the kind of object that they look at. */
export class RuleSet {
  private readonly rules: ReadonlyMap<JudgedKind, readonly Rule[]>;

  public constructor(
    rules: readonly Rule[],
    private readonly version: KubernetesVersion,
    private readonly patch?: number,
  ) {
    this.rules = byKind(rules.filter((rule) => appliesTo(rule, version)));
  }

  /**
   * What the rules find in each object of a kind that is checked. Acknowledgements do not count: no API server reads
   * them.
   */
  public findingsByObject(manifests: readonly Manifest[]): readonly ObjectFindings[] {
    const facts = new Facts(manifests, this.version, this.patch);
    return facts.judged.map(({ kind, view }) => {
      const { manifest, isServed } = view;
      const rules = (this.rules.get(kind) ?? []).filter((rule) => isServed || rule.ofAnyApiVersion);
      return { object: manifest, isServed, found: rules.flatMap((rule) => findingsOf(rule, view, facts)) };
    });
  }
}

function byKind(rules: readonly Rule[]): ReadonlyMap<JudgedKind, readonly Rule[]> {
  const kinds = new Set(rules.flatMap((rule) => rule.kinds));
  return new Map([...kinds].map((kind) => [kind, rules.filter((rule) => rule.kinds.includes(kind))]));
}

function findingsOf(rule: Rule, view: ObjectView, facts: Facts): readonly Finding[] {
  const { manifest } = view;
  try {
    const verdict = rule.check(view, facts);
    return verdict === NOT_APPLICABLE ? [] : verdict.map((fault) => findingOf(rule, manifest, fault));
  } catch {
    return [findingOf(RULE_FAILED, manifest, { path: [], problem: `could not be checked for ${rule.code}` })];
  }
}
