import { Facts } from '../manifests/facts';
import { type JudgedKind } from '../manifests/judged-kind';
import { type Manifest } from '../manifests/manifest';
import { type ObjectView } from '../manifests/views/object-view';
import { DEFAULT_KUBERNETES_VERSION, type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { ACKNOWLEDGEMENT_UNUSED, applyAcknowledgements } from './acknowledgement';
import { compareFindings, type Finding, findingOf } from './finding';
import { appliesTo, NOT_APPLICABLE, type Rule, type RuleDescription, Severity } from './rule';

/** What a check found. */
export interface CheckResult {
  readonly kubernetesVersion: KubernetesVersion;
  /** Sorted by object, then path, then code. */
  readonly findings: readonly Finding[];
  /** The objects of a kind that is checked in which nothing is found, in the order of the input. */
  readonly clean: readonly Manifest[];
  /** How many objects the input holds. */
  readonly objects: number;
  /** How many of them are of a kind that is checked. */
  readonly checked: number;
  /** How many findings are acknowledged by an annotation, and left out. */
  readonly acknowledged: number;
  /** How many findings are left out because nobody wants to see their code or file. */
  readonly ignored: number;
  /** How many findings are left out because a baseline covers them. */
  readonly baselined: number;
  /** Entries of the baseline that nothing is found for any more. */
  readonly staleBaseline: readonly string[];
}

/** A rule that failed. It is a fault of this tool, not of the manifest. */
export const RULE_FAILED: RuleDescription = {
  code: 'RULE_FAILED',
  severity: Severity.WARNING,
  title: 'every rule runs on every object',
  why: 'a rule failed on this object, so its findings are missing',
  fix: 'open an issue for cdk8s-stateful with the manifest, without its secrets',
};

/** Runs rules on objects. Pure, and throws on no input. */
export function check(
  manifests: readonly Manifest[],
  rules: readonly Rule[],
  version: KubernetesVersion = DEFAULT_KUBERNETES_VERSION,
): CheckResult {
  const findings: Finding[] = [];
  const clean: Manifest[] = [];
  let acknowledged = 0;
  const all = findingsByObject(manifests, rules, version);
  for (const { object, isServed, found } of all) {
    const judged = applyAcknowledgements(object, found);
    acknowledged += judged.acknowledged;
    const open = judged.findings.filter(({ rule }) => isServed || rule !== ACKNOWLEDGEMENT_UNUSED);
    open.forEach((finding) => findings.push(finding));
    if (open.length === 0) {
      clean.push(object);
    }
  }
  return {
    kubernetesVersion: version,
    findings: findings.sort(compareFindings),
    clean,
    objects: manifests.length,
    checked: all.length,
    acknowledged,
    ignored: 0,
    baselined: 0,
    staleBaseline: [],
  };
}

/** What rules find in one object, acknowledged or not. */
export interface ObjectFindings {
  readonly object: Manifest;
  /** Whether the API server serves its apiVersion; otherwise few rules look at it. */
  readonly isServed: boolean;
  readonly found: readonly Finding[];
}

/** What rules find in each object of a kind that is checked. Acknowledgements do not count: no API server reads them. */
export function findingsByObject(
  manifests: readonly Manifest[],
  rules: readonly Rule[],
  version: KubernetesVersion,
): readonly ObjectFindings[] {
  const facts = new Facts(manifests, version);
  const rulesOfKind = byKind(rules.filter((rule) => appliesTo(rule, version)));
  return facts.judged.map(({ kind, view }) => {
    const { manifest, isServed } = view;
    const rulesOfObject = (rulesOfKind.get(kind) ?? []).filter((rule) => isServed || rule.ofAnyApiVersion);
    return {
      object: manifest,
      isServed,
      found: rulesOfObject.flatMap((rule) => findingsOf(rule, view, facts)),
    };
  });
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
