import { isAtLeast, KUBERNETES_VERSIONS, type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type RuleDescription } from './rule';

/** Why a fault matters that the API server finds in any object, but in the templates of a set only since 1.34. */
export const REJECTED_LATER_IN_TEMPLATES =
  'the API server rejects the object; before Kubernetes 1.34 it accepts a set with this fault in a template, ' +
  'and rejects the pods or claims that are created from it';

/** Why a finding of a rule matters: what the rule says, and what API servers of older versions do. */
export function whyText(rule: RuleDescription): string {
  return [rule.why, rejectionText(rule)].filter((part) => part !== undefined).join('; ');
}

/** What API servers do with a set that breaks the rule; undefined where the rule says it. */
function rejectionText({ why, since, refusedSince, beforeThat }: RuleDescription): string | undefined {
  if (refusedSince === undefined) {
    return undefined;
  }
  if (refusedSince === KUBERNETES_VERSIONS[0]) {
    return why === undefined ? 'the API server rejects the object' : undefined;
  }
  const rejects = 'the API server rejects the set';
  const isNew = since !== undefined && isAtLeast(since, refusedSince);
  const before = beforeThat ?? (isNew ? undefined : 'accepts the set and rejects its pods');
  return before === undefined
    ? rejects
    : `${rejects}; ${isNew ? `before Kubernetes ${refusedSince}` : versionsBefore(refusedSince, since)} it ${before}`;
}

/** The versions that accept what a later one rejects: all, or those from the first one that the rule is about. */
function versionsBefore(refusedSince: KubernetesVersion, since = KUBERNETES_VERSIONS[0]): string {
  const last = KUBERNETES_VERSIONS[KUBERNETES_VERSIONS.indexOf(refusedSince) - 1];
  if (since === KUBERNETES_VERSIONS[0]) {
    return `before Kubernetes ${refusedSince}`;
  }
  return since === last ? `in Kubernetes ${last}` : `in Kubernetes ${since} to ${last}`;
}
