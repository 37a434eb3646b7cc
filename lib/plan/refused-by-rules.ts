import { pathText } from '../facts/field-path';
import { type Manifest } from '../facts/manifest';
import { isAtLeast, type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { RULES } from '../rules';
import { check } from '../rules/check';
import { type Finding } from '../rules/finding';
import { unknownField } from '../rules/unknown-field';
import { wrongType } from '../rules/wrong-type';
import { type Change } from './change';
import { Effect } from './effect';

/** Faults that the API server meets before it looks at the stored object. */
const NEVER_LET_BE: ReadonlySet<string> = new Set([unknownField.code, wrongType.code]);

/** Faults of new manifests, by the manifest. */
export interface RefusedByRules {
  /** What is refused in an update: an API server lets faults be that an object already has. */
  readonly inUpdates: FaultsByManifest;
  /** What is refused where an object is created, or created anew. */
  readonly inCreation: FaultsByManifest;
}

type FaultsByManifest = ReadonlyMap<Manifest['content'], readonly Finding[]>;

/** What rules of `check` find in the new manifests that the API server refuses. */
export function refusedByRules(
  old: readonly Manifest[],
  wanted: readonly Manifest[],
  version: KubernetesVersion,
): RefusedByRules {
  const rules = RULES.filter(
    ({ refusedSince }) => refusedSince !== undefined && isAtLeast(version, refusedSince),
  );
  const { findings } = check(wanted, rules, version);
  // Where nothing is found, which is most of the time, it does not matter what was known.
  const known = new Set((findings.length > 0 ? check(old, rules, version).findings : []).map(identityOf));
  return {
    inCreation: byManifest(findings),
    inUpdates: byManifest(
      findings.filter((finding) => NEVER_LET_BE.has(finding.rule.code) || !known.has(identityOf(finding))),
    ),
  };
}

function byManifest(findings: readonly Finding[]): FaultsByManifest {
  const byContent = new Map<Manifest['content'], Finding[]>();
  for (const finding of findings) {
    const { content } = finding.object;
    byContent.set(content, [...(byContent.get(content) ?? []), finding]);
  }
  return byContent;
}

function identityOf({ rule, object, path }: Finding): string {
  return JSON.stringify([rule.code, object.kind, object.name, path]);
}

/** A finding as a change of the plan. */
export function refusedChange(object: string, { rule, path, message, fix }: Finding): Change {
  return {
    object,
    path: pathText(path),
    effect: Effect.REJECTED,
    code: rule.code,
    reason: `${message}; ${fix}`,
  };
}
