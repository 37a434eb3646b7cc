import { type Finding } from '../../check/finding';
import { RuleSet } from '../../check/rule-set';
import { type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type JsonObject } from '../../manifests/json';
import { type Manifest } from '../../manifests/manifest';
import { faultIdentity, isRefused, refusalsOf, REFUSING } from './refusing-rules';

/** Faults by the content of the new manifest. */
export type FaultsByManifest = ReadonlyMap<JsonObject, readonly Finding[]>;

/** What an API server refuses where objects are created, or created again; what pods are refused for is among it. */
export function refusedInCreation(wanted: readonly Manifest[], version: KubernetesVersion): FaultsByManifest {
  const faults = new Map<JsonObject, Finding[]>();
  for (const fault of refusalsOf(new RuleSet(REFUSING, version), wanted)) {
    const { content } = fault.object;
    faults.set(content, [...(faults.get(content) ?? []), fault]);
  }
  return faults;
}

/** What API servers of a version refuse where objects are created, and those of an older one take. */
export function refusedInCreationSince(
  older: KubernetesVersion,
  version: KubernetesVersion,
  manifests: readonly Manifest[],
): readonly Finding[] {
  const refusedBy = (server: KubernetesVersion): readonly Finding[] =>
    refusalsOf(new RuleSet(REFUSING, server), manifests).filter((fault) => isRefused(fault, server));
  const known = new Set(refusedBy(older).map(faultIdentity));
  return refusedBy(version).filter((fault) => !known.has(faultIdentity(fault)));
}
