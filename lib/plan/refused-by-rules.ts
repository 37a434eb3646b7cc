import { type FieldPath, isWithin } from '../manifests/field-path';
import { type JsonObject } from '../manifests/json';
import { type Manifest, manifestOf } from '../manifests/manifest';
import { isAtLeast, KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type Rule } from '../check/rule';
import { RULES } from '../check/rules';
import { activeDeadlineSet } from '../check/rules/active-deadline-set';
import { findingsByObject } from '../check/check';
import { compareFindings, type Finding } from '../check/finding';
import { restartPolicyInvalid } from '../check/rules/restart-policy-invalid';
import { unknownField } from '../check/rules/unknown-field';
import { wrongType } from '../check/rules/wrong-type';
import { type Change } from './policy/change';
import { namedPath } from './differences/named-path';
import { type ObjectPair } from './differences/object-pair';
import { Effect } from './policy/effect';

/** Faults that the API server meets before it looks at the stored object. */
const NEVER_LET_BE: ReadonlySet<string> = new Set([unknownField.code, wrongType.code]);

/** Rules about what some API server refuses. */
const REFUSING = RULES.filter(({ refusedSince }) => refusedSince !== undefined);
const NEVER_LETTING_BE = REFUSING.filter(({ code }) => NEVER_LET_BE.has(code));
const LETTING_BE = REFUSING.filter(({ code }) => !NEVER_LET_BE.has(code));

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

/** Faults by the content of the new manifest. */
export type FaultsByManifest = ReadonlyMap<JsonObject, readonly Finding[]>;

/** What an API server refuses where objects are created, or created anew; what pods are refused for is among it. */
export function refusedInCreation(wanted: readonly Manifest[], version: KubernetesVersion): FaultsByManifest {
  return byContent(refusalsOf(wanted, version, REFUSING), (content) => content);
}

/**
 * What an API server refuses in updates. It meets some faults in the manifest, and judges all else in the object as it
 * would store it: kubectl takes elements of lists for one, and leaves what only the cluster has. It lets faults be that
 * the object has already.
 */
export function refusedInUpdates(pairs: readonly ObjectPair[], version: KubernetesVersion): FaultsByManifest {
  const written = manifestsOf(pairs.map((pair) => pair.written.new));
  const stored = new Map(
    pairs.flatMap(({ first, stored: last, written: { new: wanted } }) =>
      [...(first === undefined ? [] : [first]), last ?? wanted].map((object) => [object, wanted] as const),
    ),
  );
  const refused = [
    ...refusalsOf(written, version, NEVER_LETTING_BE),
    ...refusalsOf(manifestsOf([...stored.keys()]), version, LETTING_BE),
  ].filter((fault) => isRefused(fault, version));
  // Where nothing is found, which is most of the time, it does not matter what was known.
  const old =
    refused.length > 0 ? manifestsOf(pairs.map((pair) => pair.storedBefore ?? pair.written.old)) : [];
  const known = new Set(refusalsOf(old, version, REFUSING).map(identityOf));
  return byContent(
    refused.filter((fault) => isNeverLetBe(fault) || !known.has(identityOf(fault))),
    (content) => stored.get(content) ?? content,
  );
}

/** What API servers of a version refuse where objects are created, and those of an older one take. */
export function refusedInCreationSince(
  older: KubernetesVersion,
  version: KubernetesVersion,
  manifests: readonly Manifest[],
): readonly Finding[] {
  const known = new Set(
    refusalsOf(manifests, older, REFUSING)
      .filter((fault) => isRefused(fault, older))
      .map(identityOf),
  );
  return refusalsOf(manifests, version, REFUSING).filter(
    (fault) => isRefused(fault, version) && !known.has(identityOf(fault)),
  );
}

function manifestsOf(contents: readonly (JsonObject | undefined)[]): readonly Manifest[] {
  return contents.flatMap((content) => (content === undefined ? [] : [manifestOf(content)]));
}

/** What some API server refuses, acknowledged or not, in the order of reports. */
function refusalsOf(
  manifests: readonly Manifest[],
  version: KubernetesVersion,
  rules: readonly Rule[],
): readonly Finding[] {
  return findingsByObject(manifests, rules, version)
    .flatMap(({ found }) => found)
    .filter(({ rule }) => rule.refusedSince !== undefined)
    .sort(compareFindings);
}

function byContent(
  findings: readonly Finding[],
  writtenOf: (content: JsonObject) => JsonObject,
): FaultsByManifest {
  const faults = new Map<JsonObject, Finding[]>();
  for (const finding of findings) {
    const content = writtenOf(finding.object.content);
    faults.set(content, [...(faults.get(content) ?? []), finding]);
  }
  return faults;
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
  return JSON.stringify([rule.code, object.kind, object.namespace, object.name, path]);
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
