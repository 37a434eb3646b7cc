import { type Manifest } from '../manifests/manifest';
import {
  DEFAULT_KUBERNETES_VERSION,
  type KubernetesVersion,
  releaseText,
} from '../kubernetes/kubernetes-version';
import { ACKNOWLEDGEMENT_UNUSED, applyAcknowledgements } from './acknowledgement';
import { compareFindings, type Finding } from './finding';
import { type Rule } from './rule';
import { RuleSet } from './rule-set';

/** What a check found. */
export interface CheckResult {
  /** The version, with the patch release where one was said. */
  readonly kubernetesVersion: string;
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

/** Runs rules on objects, for a patch release of the version where one is said. Pure, and throws on no input. */
export function check(
  manifests: readonly Manifest[],
  rules: readonly Rule[],
  version: KubernetesVersion = DEFAULT_KUBERNETES_VERSION,
  patch?: number,
): CheckResult {
  const findings: Finding[] = [];
  const clean: Manifest[] = [];
  let acknowledged = 0;
  const all = new RuleSet(rules, version, patch).findingsByObject(manifests);
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
    kubernetesVersion: releaseText({ version, patch }),
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
