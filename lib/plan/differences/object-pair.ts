import { withoutAbsentValues } from '../../manifests/defaults/absent-values';
import { defaulted } from '../../manifests/defaults/defaulted';
import { groupOf } from '../../kubernetes/api-group';
import { fieldOf, isObject, type JsonObject } from '../../manifests/json';
import { type Manifest, objectText } from '../../manifests/manifest';
import { type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type ApplyOptions, ApplyMode } from '../apply-mode';
import { inOneVersion } from './api-versions';
import { askedFor, isLive, LAST_APPLIED, lastAppliedOf, omitted } from './applied-before';
import { threeWayMerge } from './apply-merge';
import { type PatchProblem } from './patch-problem';
import { type Conflict } from './server-apply/server-apply';
import { serverMerge, type ServerMerged } from './server-apply/server-merge';
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
  /** What an older API server has stored; undefined where it is of the version that the plan is for. */
  readonly storedBefore?: JsonObject;
  /** What the API server would store, with all that only it writes; undefined where the object comes or goes. */
  readonly stored?: JsonObject;
  /** What the API server is asked to store before that, where kubectl goes over from client-side apply. */
  readonly first?: JsonObject;
  /** Why `kubectl apply` comes to no object at all, where it does not. */
  readonly patchProblem?: PatchProblem;
  /** Fields that another field manager has set, and that a server-side apply would change. */
  readonly conflicts: readonly Conflict[];
  /** Whether a server-side apply depends on who has set which field, and the object does not say it. */
  readonly areOwnersUnknown: boolean;
  /** Who applies the object server-side; undefined where it comes, goes or is applied client-side. */
  readonly applier?: string;
  /** Lists that `kubectl apply` cannot bring about. */
  readonly unreached: readonly UnreachedList[];
  /** What was written, before anything was filled in. */
  readonly written: { readonly old?: JsonObject; readonly new?: JsonObject };
  /** The status of the object, where the old side comes from a cluster. */
  readonly status?: JsonObject;
  /** Whether the old side comes from a cluster and was not made by `kubectl apply`. */
  readonly isForeign: boolean;
}

/** Metadata that the API server writes. */
export const SERVER_METADATA: ReadonlySet<string> = new Set([
  ...['creationTimestamp', 'deletionGracePeriodSeconds', 'deletionTimestamp', 'generation', 'managedFields'],
  ...['resourceVersion', 'selfLink', 'uid', 'name', 'namespace'],
]);

/** For which cluster objects are paired, and how the new ones are applied. */
export interface PairOptions {
  readonly version: KubernetesVersion;
  /** The version whose API server has stored the old objects; `version` where it is absent. */
  readonly storedBy?: KubernetesVersion;
  /** The namespace of objects that name none. */
  readonly namespace?: string;
  readonly apply: ApplyOptions;
}

/**
 * The objects of both sides, paired by group, kind, namespace and name, in the order of namespace, kind and name.
 * An object without a namespace is in the given one.
 */
export function pairObjects(
  old: readonly Manifest[],
  wanted: readonly Manifest[],
  { version, storedBy, namespace, apply }: PairOptions,
): readonly ObjectPair[] {
  const home = homeNamespace(old, wanted, namespace);
  const [oldByKey, newByKey] = [old, wanted].map(
    (manifests) => new Map(manifests.map((manifest) => [keyOf(manifest, home), manifest])),
  );
  const keys = [...new Set([...oldByKey.keys(), ...newByKey.keys()])].sort();
  return keys.flatMap((key) => {
    const [before, after] = [oldByKey.get(key), newByKey.get(key)];
    const any = after ?? before;
    return any ? [pairOf(key, any, before, after, { version, storedBy, apply })] : [];
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
  { version, storedBy = version, apply }: Omit<PairOptions, 'namespace'>,
): ObjectPair {
  const namespace = wanted?.namespace ?? old?.namespace;
  const same = old && wanted && inOneVersion(old.content, wanted.content);
  const kept = old && defaulted(same?.old ?? old.content, storedBy);
  // A newer server fills in what it knows whenever it reads what an older one has stored.
  const live = kept && (storedBy === version ? kept : defaulted(kept, version));
  const status = old && fieldOf(old.content, 'status');
  const asked = wanted && { ...wanted, content: same?.wanted ?? wanted.content };
  const result = asked && merged(asked, old, live, apply);
  const [first, after] = [result?.first, result?.object].map(
    (object) => object && stored(object, wanted?.kind, live, version),
  );
  const isUpdate = old !== undefined && after !== undefined;
  return {
    key,
    object: objectText({ kind: any.kind, name: any.name, namespace }),
    kind: any.kind,
    name: any.name ?? '',
    namespace,
    before: live && comparable({ ...live, ...apiVersionOf(old.content) }),
    after: after && wanted && comparable({ ...after, ...apiVersionOf(wanted.content) }),
    ...(storedBy === version || live === undefined ? {} : { storedBefore: live }),
    stored: isUpdate ? after : undefined,
    ...(first === undefined ? {} : { first }),
    patchProblem: result?.problem,
    conflicts: result?.conflicts ?? [],
    areOwnersUnknown: result?.areOwnersUnknown ?? false,
    applier: result?.applier,
    unreached:
      isUpdate && wanted && apply.mode === ApplyMode.CLIENT
        ? unreachedLists(withoutAbsentValues(wanted.content), after)
        : [],
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

/** What an apply asks the API server to store; what only server-side apply knows is absent in the other one. */
type Asked = Pick<ServerMerged, 'object' | 'problem'> & Partial<ServerMerged>;

/** What the API server is asked to store when `wanted` is applied over `old`, which it stored as `live`. */
function merged(
  wanted: Manifest,
  old: Manifest | undefined,
  live: JsonObject | undefined,
  apply: ApplyOptions,
): Asked {
  if (old === undefined || live === undefined) {
    return { object: wanted.content };
  }
  return apply.mode === ApplyMode.SERVER
    ? serverMerge(wanted, { ...old, content: inOneVersion(old.content, wanted.content).old }, live, apply)
    : threeWayMerge({ applied: lastAppliedOf(old) ?? askedFor(old), wanted: wanted.content, live });
}

/** What it makes of that. */
function stored(
  asked: JsonObject,
  kind: string | undefined,
  live: JsonObject | undefined,
  version: KubernetesVersion,
): JsonObject {
  // Most objects change in nothing, and have their defaults already.
  return asked === live
    ? asked
    : defaulted(live && kind === 'Service' ? storedService(live, asked) : asked, version);
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
