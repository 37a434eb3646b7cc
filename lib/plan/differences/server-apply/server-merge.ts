import { objectTypeOf } from '../../../kubernetes/fields';
import { withDecodedNulls } from '../../../manifests/defaults/absent-values';
import { type JsonObject } from '../../../manifests/json';
import { type Manifest } from '../../../manifests/manifest';
import { type ApplyOptions } from '../../apply-mode';
import { askedFor, isLive, lastAppliedOf } from '../applied-before';
import { type PatchProblem } from '../patch-problem';
import {
  applierOf,
  type FieldManager,
  KUBECTL,
  KUBECTL_CLIENT_SIDE,
  managersOf,
  ownable,
} from './field-managers';
import { type Conflict, serverApply } from './server-apply';
import { fieldsSaidBy } from './typed-fields';

/** What a server-side apply asks the API server to store. */
export interface ServerMerged {
  readonly object: JsonObject;
  /** What it asks for first, where kubectl goes over from client-side apply. */
  readonly first?: JsonObject;
  readonly problem?: PatchProblem;
  readonly conflicts: readonly Conflict[];
  /** Whether the object comes from a cluster, and does not say who has set its fields. */
  readonly areOwnersUnknown: boolean;
  /** The field manager that applies. */
  readonly applier: string;
}

/**
 * What is stored when `wanted` is applied server-side over `old`, which is stored as `live`. Manifests were applied in
 * the same way before. Objects of a cluster say who has set their fields; where they do not, the annotation of
 * client-side apply tells who, and without it everything counts as applied that no controller put there.
 */
export function serverMerge(
  wanted: Manifest,
  old: Manifest,
  live: JsonObject,
  { fieldManager, isForced }: ApplyOptions,
): ServerMerged {
  const named = isLive(old) ? managersOf(old.content) : undefined;
  const applier = fieldManager ?? (named === undefined ? KUBECTL : applierOf(named));
  const lastApplied = isLive(old) ? lastAppliedOf(old) : undefined;
  const { object, first, conflicts, duplicate } = serverApply({
    live,
    wanted: wanted.content,
    managers: (named ?? [assumedManager(old, live, applier, lastApplied !== undefined)]).filter((manager) =>
      isInWordsOf(manager, wanted),
    ),
    applier,
    isForced,
    ...(lastApplied === undefined ? {} : { lastApplied }),
  });
  const place = `${wanted.namespace ?? old.namespace ?? 'default'}/${wanted.name ?? ''}; ${wanted.apiVersion}, Kind=${wanted.kind}`;
  return {
    object: withDecodedNulls(object),
    ...(first === undefined ? {} : { first: withDecodedNulls(first) }),
    ...(duplicate === undefined
      ? {}
      : {
          problem: {
            cause: 'key-repeated',
            message: `failed to create typed patch object (${place}): ${duplicate.message}`,
            path: duplicate.path,
          },
        }),
    conflicts,
    areOwnersUnknown: isLive(old) && named === undefined,
    applier,
  };
}

/** Who has set the fields of an object that does not say it. */
function assumedManager(
  old: Manifest,
  live: JsonObject,
  applier: string,
  isClientSide: boolean,
): FieldManager {
  const type = objectTypeOf(old.apiVersion, old.kind);
  // A client sets what the API server fills in as well: it is in the answer.
  const fields = ownable(fieldsSaidBy(isClientSide ? live : askedFor(old), type));
  const { apiVersion } = old;
  return isClientSide
    ? { name: KUBECTL_CLIENT_SIDE, isApplier: false, apiVersion, fields }
    : { name: applier, isApplier: true, apiVersion, fields };
}

/** The two versions of autoscalers name different fields; the fields of one mean nothing in the other. */
function isInWordsOf({ apiVersion }: FieldManager, { apiVersion: wanted }: Manifest): boolean {
  return !apiVersion.startsWith('autoscaling/') || apiVersion === wanted;
}
