import { compareFindings, type Finding } from '../../check/finding';
import { type Rule } from '../../check/rule';
import { type RuleSet } from '../../check/rule-set';
import { RULES } from '../../check/rules';
import { activeDeadlineSet } from '../../check/rules/active-deadline-set';
import { restartPolicyInvalid } from '../../check/rules/restart-policy-invalid';
import { unknownField } from '../../check/rules/unknown-field';
import { wrongType } from '../../check/rules/wrong-type';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type FieldPath, isWithin } from '../../manifests/field-path';
import { type Manifest } from '../../manifests/manifest';

/** Faults that the API server meets before it looks at the stored object. */
const NEVER_LET_BE: ReadonlySet<string> = new Set([unknownField.code, wrongType.code]);

/** Rules about what some API server refuses. */
export const REFUSING: readonly Rule[] = RULES.filter(({ refusedSince }) => refusedSince !== undefined);

/** Those of them whose faults an API server refuses in every update. */
export const NEVER_LETTING_BE: readonly Rule[] = REFUSING.filter(({ code }) => NEVER_LET_BE.has(code));

/** Those of them whose faults an API server lets be in an object that has them already. */
export const LETTING_BE: readonly Rule[] = REFUSING.filter(({ code }) => !NEVER_LET_BE.has(code));

/** Faults of a pod template that belong to the set, and are refused with it in every version. */
const OF_SET: ReadonlySet<string> = new Set([
  ...NEVER_LET_BE,
  activeDeadlineSet.code,
  restartPolicyInvalid.code,
]);

/** Where a set holds what is a pod or a claim only later: judged there alone, before Kubernetes 1.34. */
const TEMPLATES: readonly FieldPath[] = [
  ['spec', 'template', 'spec'],
  ['spec', 'volumeClaimTemplates'],
];

/** What some API server refuses, acknowledged or not, in the order of reports. */
export function refusalsOf(rules: RuleSet, manifests: readonly Manifest[]): readonly Finding[] {
  return rules
    .findingsByObject(manifests)
    .flatMap(({ found }) => found)
    .filter(({ rule }) => rule.refusedSince !== undefined)
    .sort(compareFindings);
}

/** Whether the API server of a version refuses the set, Service or other object itself, not only its pods. */
export function isRefused({ rule, object, path }: Finding, version: KubernetesVersion): boolean {
  const isInTemplate = TEMPLATES.some((template) => isWithin(path, template));
  const isOfLaterServers = rule.refusedSince === undefined || !isAtLeast(version, rule.refusedSince);
  if (isOfLaterServers) {
    return false;
  }
  return (
    object.kind !== 'StatefulSet' ||
    !isInTemplate ||
    OF_SET.has(rule.code) ||
    isAtLeast(version, KubernetesVersion.V1_34)
  );
}

/** What says that two findings are one fault, before and after an apply or on two versions. */
export function faultIdentity({ rule, object, path }: Finding): string {
  return JSON.stringify([rule.code, object.kind, object.namespace, object.name, path]);
}
