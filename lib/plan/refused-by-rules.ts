import { type FieldPath, isWithin } from '../manifests/field-path';
import { type Manifest } from '../manifests/manifest';
import { isAtLeast, KubernetesVersion } from '../kubernetes/kubernetes-version';
import { RULES } from '../check/rules';
import { activeDeadlineSet } from '../check/rules/active-deadline-set';
import { findingsByObject } from '../check/check';
import { compareFindings, type Finding } from '../check/finding';
import { restartPolicyInvalid } from '../check/rules/restart-policy-invalid';
import { unknownField } from '../check/rules/unknown-field';
import { wrongType } from '../check/rules/wrong-type';
import { type Change } from './policy/change';
import { namedPath } from './differences/named-path';
import { Effect } from './policy/effect';

/** Faults that the API server meets before it looks at the stored object. */
const NEVER_LET_BE: ReadonlySet<string> = new Set([unknownField.code, wrongType.code]);

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

/** Faults of new manifests, by the manifest. */
export interface RefusedByRules {
  /** What is refused in an update: an API server lets faults be that an object already has. */
  readonly inUpdates: FaultsByManifest;
  /** What is refused where an object is created, or created anew; what its pods are refused for is among it. */
  readonly inCreation: FaultsByManifest;
}

type FaultsByManifest = ReadonlyMap<Manifest['content'], readonly Finding[]>;

/** What rules of `check` find in the new manifests that the API server refuses. */
export function refusedByRules(
  old: readonly Manifest[],
  wanted: readonly Manifest[],
  version: KubernetesVersion,
): RefusedByRules {
  const findings = refusalsOf(wanted, version);
  const refused = findings.filter((finding) => isRefused(finding, version));
  // Where nothing is found, which is most of the time, it does not matter what was known.
  const known = new Set((findings.length > 0 ? refusalsOf(old, version) : []).map(identityOf));
  return {
    inCreation: byManifest(findings),
    inUpdates: byManifest(
      refused.filter((finding) => NEVER_LET_BE.has(finding.rule.code) || !known.has(identityOf(finding))),
    ),
  };
}

/** What some API server refuses, acknowledged or not, in the order of reports. */
function refusalsOf(manifests: readonly Manifest[], version: KubernetesVersion): readonly Finding[] {
  const rules = RULES.filter(({ refusedSince }) => refusedSince !== undefined);
  return findingsByObject(manifests, rules, version)
    .flatMap(({ found }) => found)
    .filter(({ rule }) => rule.refusedSince !== undefined)
    .sort(compareFindings);
}

function byManifest(findings: readonly Finding[]): FaultsByManifest {
  const byContent = new Map<Manifest['content'], Finding[]>();
  for (const finding of findings) {
    const { content } = finding.object;
    byContent.set(content, [...(byContent.get(content) ?? []), finding]);
  }
  return byContent;
}

function isRefused({ rule, object, path }: Finding, version: KubernetesVersion): boolean {
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

function identityOf({ rule, object, path }: Finding): string {
  return JSON.stringify([rule.code, object.kind, object.name, path]);
}

/** Whether the API server refuses every apply of the manifest for it, also of one that changes nothing. */
export function isNeverLetBe({ rule }: Finding): boolean {
  return NEVER_LET_BE.has(rule.code);
}

/** A finding as a change of the plan. */
export function refusedChange(
  object: string,
  { rule, object: manifest, path, message, fix }: Finding,
): Change {
  return {
    object,
    path: namedPath(path, manifest.content),
    effect: Effect.REJECTED,
    cause: { code: rule.code, fault: { message, fix } },
  };
}
