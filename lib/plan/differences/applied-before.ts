import { fieldOf, isObject, textOf, type JsonObject, type JsonValue } from '../../manifests/json';
import { type Manifest } from '../../manifests/manifest';

/** The annotation in which `kubectl apply` keeps the manifest. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Metadata that controllers write, and manifests seldom. */
const CONTROLLER_METADATA: ReadonlySet<string> = new Set(['finalizers', 'ownerReferences']);

/** What a cluster or its controllers put into a spec, so that no manifest asked for it: in dots, from the object. */
const ALLOCATED: Readonly<Record<string, readonly string[]>> = {
  Service: ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort'],
  PersistentVolumeClaim: ['volumeName', 'storageClassName'],
  StatefulSet: [],
};

/** Whether an object comes from a cluster: only the API server writes these fields. */
export function isLive({ content }: Manifest): boolean {
  const metadata = fieldOf(content, 'metadata');
  return textOf(metadata, 'uid') !== undefined || textOf(metadata, 'resourceVersion') !== undefined;
}

/** The manifest that `kubectl apply` remembers on the object. */
export function lastAppliedOf({ content }: Manifest): JsonObject | undefined {
  const text = textOf(fieldOf(fieldOf(content, 'metadata'), 'annotations'), LAST_APPLIED);
  if (text === undefined) {
    return undefined;
  }
  try {
    const remembered = JSON.parse(text) as JsonValue;
    return isObject(remembered) ? remembered : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What was asked for, of an object without memory: everything of a manifest; of an object of a cluster what no
 * controller or cluster put there.
 */
export function askedFor(old: Manifest): JsonObject {
  if (!isLive(old)) {
    return old.content;
  }
  const [metadata, spec] = ['metadata', 'spec'].map((field) => fieldOf(old.content, field));
  const allocated = ALLOCATED[old.kind] ?? [];
  return {
    ...old.content,
    ...(isObject(metadata) ? { metadata: omitted(metadata, (field) => CONTROLLER_METADATA.has(field)) } : {}),
    ...(isObject(spec) ? { spec: omitted(spec, (field) => allocated.includes(field)) } : {}),
  };
}

/** The object without some of its fields. */
export function omitted(object: JsonObject, isOmitted: (field: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([field]) => !isOmitted(field)));
}
