import { withoutAbsentValues } from '../../manifests/defaults/absent-values';
import { defaulted } from '../../manifests/defaults/defaulted';
import { groupOf } from '../../kubernetes/api-group';
import { fieldOf, isObject, textOf, type JsonObject, type JsonValue } from '../../manifests/json';
import { type Manifest, objectText } from '../../manifests/manifest';
import { type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { inOneVersion } from './api-versions';
import { type Merged, threeWayMerge } from './apply-merge';
import { type UnpatchableError } from './merge-patch/directives';
import { storedService } from './stored-service';
import { type UnreachedList, unreachedLists } from './unreached-lists';

/** One object before and after the apply, as the API server stores it. */
export interface ObjectPair {
  /** Group, kind, namespace and name in one text. */
  readonly key: string;
  /** The object in words: `StatefulSet prod/web`. */
  readonly object: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  /** Undefined where the object comes. */
  readonly before?: JsonObject;
  /** Undefined where the object goes. */
  readonly after?: JsonObject;
  /** What the API server would store, with all that only it writes; undefined where the object comes or goes. */
  readonly stored?: JsonObject;
  /** Why `kubectl apply` comes to no object at all, where it does not. */
  readonly patchProblem?: UnpatchableError;
  /** Lists that `kubectl apply` cannot bring about. */
  readonly unreached: readonly UnreachedList[];
  /** What was written, before anything was filled in. */
  readonly written: { readonly old?: JsonObject; readonly new?: JsonObject };
  /** The status of the object, where the old side comes from a cluster. */
  readonly status?: JsonObject;
  /** Whether the old side comes from a cluster and was not made by `kubectl apply`. */
  readonly isForeign: boolean;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Metadata that the API server writes. */
const SERVER_METADATA: ReadonlySet<string> = new Set([
  ...['creationTimestamp', 'deletionGracePeriodSeconds', 'deletionTimestamp', 'generation', 'managedFields'],
  ...['resourceVersion', 'selfLink', 'uid', 'name', 'namespace'],
]);

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

/**
 * The objects of both sides, paired by group, kind, namespace and name, in the order of namespace, kind and name.
 * An object without a namespace is in the given one.
 */
export function pairObjects(
  old: readonly Manifest[],
  wanted: readonly Manifest[],
  version: KubernetesVersion,
  namespace?: string,
): readonly ObjectPair[] {
  const home = homeNamespace(old, wanted, namespace);
  const [oldByKey, newByKey] = [old, wanted].map(
    (manifests) => new Map(manifests.map((manifest) => [keyOf(manifest, home), manifest])),
  );
  const keys = [...new Set([...oldByKey.keys(), ...newByKey.keys()])].sort();
  return keys.flatMap((key) => {
    const [before, after] = [oldByKey.get(key), newByKey.get(key)];
    const any = after ?? before;
    return any ? [pairOf(key, any, before, after, version)] : [];
  });
}

/** The namespace of objects that name none: what was asked for, else the only one that objects of a cluster are in. */
export function homeNamespace(
  old: readonly Manifest[],
  wanted: readonly Manifest[],
  namespace?: string,
): string | undefined {
  return namespace ?? soleNamespace(old) ?? soleNamespace(wanted);
}

/** Objects of a cluster always have a namespace, manifests often have none: then the one namespace is meant. */
function soleNamespace(manifests: readonly Manifest[]): string | undefined {
  const namespaces = new Set(manifests.filter(isLive).flatMap(({ namespace }) => namespace ?? []));
  return namespaces.size === 1 ? [...namespaces][0] : undefined;
}

function keyOf({ apiVersion, kind, name, namespace }: Manifest, home: string | undefined): string {
  return [namespace ?? home ?? '', kind, name ?? '', groupOf(apiVersion)].join('\u0000');
}

function pairOf(
  key: string,
  any: Manifest,
  old: Manifest | undefined,
  wanted: Manifest | undefined,
  version: KubernetesVersion,
): ObjectPair {
  const namespace = wanted?.namespace ?? old?.namespace;
  const same = old && wanted && inOneVersion(old.content, wanted.content);
  const live = old && defaulted(same?.old ?? old.content, version);
  const status = old && fieldOf(old.content, 'status');
  const result = wanted && stored({ ...wanted, content: same?.wanted ?? wanted.content }, old, live, version);
  const after = result?.object;
  const isUpdate = old !== undefined && after !== undefined;
  return {
    key,
    object: objectText({ kind: any.kind, name: any.name, namespace }),
    kind: any.kind,
    name: any.name ?? '',
    namespace,
    before: live && comparable({ ...live, ...apiVersionOf(old.content) }),
    after: after && wanted && comparable({ ...after, ...apiVersionOf(wanted.content) }),
    stored: isUpdate ? after : undefined,
    patchProblem: result?.problem,
    unreached: isUpdate && wanted ? unreachedLists(withoutAbsentValues(wanted.content), after) : [],
    written: { old: old?.content, new: wanted?.content },
    status: isObject(status) ? status : undefined,
    isForeign: old !== undefined && isLive(old) && lastAppliedOf(old) === undefined,
  };
}

/** The version in which an object was written. */
function apiVersionOf(content: JsonObject): JsonObject {
  const apiVersion = fieldOf(content, 'apiVersion');
  return apiVersion === undefined ? {} : { apiVersion };
}

/** What the API server stores when `wanted` is applied over `old`, which it stored as `live`. */
function stored(
  wanted: Manifest,
  old: Manifest | undefined,
  live: JsonObject | undefined,
  version: KubernetesVersion,
): Merged {
  if (old === undefined || live === undefined) {
    return { object: defaulted(wanted.content, version) };
  }
  const { object: asked, problem } = threeWayMerge({
    applied: lastAppliedOf(old) ?? askedFor(old),
    wanted: wanted.content,
    live,
  });
  if (asked === live) {
    // Most objects change in nothing, and have their defaults already.
    return { object: live, problem };
  }
  const adapted = wanted.kind === 'Service' ? storedService(live, asked) : asked;
  return { object: defaulted(adapted, version), problem };
}

/** The manifest that `kubectl apply` remembers on the object. */
function lastAppliedOf({ content }: Manifest): JsonObject | undefined {
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
function askedFor(old: Manifest): JsonObject {
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

/** The object without what the API server alone writes. */
function comparable(object: JsonObject): JsonObject {
  const rest = omitted(object, (field) => field === 'status');
  const metadata = fieldOf(object, 'metadata');
  if (!isObject(metadata)) {
    return rest;
  }
  const kept = omitted(metadata, (field) => SERVER_METADATA.has(field) || field === 'annotations');
  const annotations = fieldOf(metadata, 'annotations');
  const shown = isObject(annotations) ? omitted(annotations, (name) => name === LAST_APPLIED) : {};
  return { ...rest, metadata: Object.keys(shown).length > 0 ? { ...kept, annotations: shown } : kept };
}

function omitted(object: JsonObject, isOmitted: (field: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([field]) => !isOmitted(field)));
}
