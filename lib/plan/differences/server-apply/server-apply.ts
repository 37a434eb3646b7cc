import { objectTypeOf, type ObjectType } from '../../../kubernetes/fields';
import { isObject, type JsonObject, type JsonValue, textOf } from '../../../manifests/json';
import { type FieldPath } from '../../../manifests/field-path';
import { changedFields } from './changed-fields';
import { duplicateIn } from './duplicate-elements';
import { type FieldManager, type FieldOwner, isThe, KUBECTL, migrated, ownable } from './field-managers';
import { difference, type FieldSet, intersection, isEmpty, NO_FIELDS, pathsOf, union } from './field-set';
import { fieldsSaidBy, withNamedFields, withoutFields } from './typed-fields';
import { typedMerge } from './typed-merge';

/** What a server-side apply is told. */
export interface ServerApplyInput {
  /** The object in the cluster, with defaults. */
  readonly live: JsonObject;
  /** The manifest to be applied. */
  readonly wanted: JsonObject;
  readonly managers: readonly FieldManager[];
  /** The name under which it is applied. */
  readonly applier: string;
  /** Whether it takes fields over that another manager has set (`--force-conflicts`). */
  readonly isForced: boolean;
  /** What client-side apply remembers on the object. */
  readonly lastApplied?: JsonObject;
}

/** What comes of it. */
export interface ServerApplied {
  /** The object at the end. */
  readonly object: JsonObject;
  /** The object that the API server is asked to store first, where kubectl goes over from client-side apply. */
  readonly first?: JsonObject;
  /** Fields of other managers that would change: nothing is applied unless it is forced. */
  readonly conflicts: readonly Conflict[];
  /** The field in which elements share their keys: nothing is applied. */
  readonly duplicate?: { readonly path: FieldPath; readonly message: string };
}

/** A field that the apply would change, and another manager has set. */
export interface Conflict {
  /** The way to the field, in the steps of `managedFields`. */
  readonly steps: readonly string[];
  readonly owner: FieldOwner;
}

/**
 * What the API server makes of a server-side apply by kubectl. An own model of how fields are merged and owned there.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
 */
export function serverApply(input: ServerApplyInput): ServerApplied {
  const { live, wanted, applier, managers } = input;
  const type = objectTypeOf(textOf(wanted, 'apiVersion') ?? '', textOf(wanted, 'kind') ?? '');
  const duplicate = duplicateIn(wanted, type);
  if (duplicate !== undefined) {
    return { object: wanted, conflicts: [], duplicate };
  }
  const said = fieldsSaidBy(wanted, type);
  const asked = appliedOver(live, wanted, managers, { applier, said, type });
  const conflicts = input.isForced ? [] : conflictsOf(input, changedFields(live, asked, type), type);
  // What is taken over belongs to nobody else any more.
  const taken = changedFields(live, asked, type);
  const later = managers.map((manager) =>
    isThe(manager, applier)
      ? { ...manager, fields: ownable(said) }
      : { ...manager, fields: difference(manager.fields, taken) },
  );
  const after = migrated(
    later.some((manager) => isThe(manager, applier)) ? later : [...later, newManager(input, ownable(said))],
    applier,
  );
  return after === undefined
    ? { object: asked, conflicts }
    : { object: appliedOver(asked, wanted, after, { applier, said, type }), first: asked, conflicts };
}

function newManager({ applier, wanted }: ServerApplyInput, fields: FieldSet): FieldManager {
  return { name: applier, isApplier: true, apiVersion: textOf(wanted, 'apiVersion') ?? '', fields };
}

interface Applying {
  readonly applier: string;
  /** The fields that are applied. */
  readonly said: FieldSet;
  readonly type: ObjectType;
}

/** The object with the manifest applied, without what the applier has applied before and nobody says any more. */
function appliedOver(
  live: JsonObject,
  wanted: JsonObject,
  managers: readonly FieldManager[],
  { applier, said, type }: Applying,
): JsonObject {
  const merged = objectOf(typedMerge(live, wanted, type));
  const last = managers.find((manager) => isThe(manager, applier))?.fields ?? NO_FIELDS;
  if (isEmpty(last)) {
    return merged;
  }
  const others = managers.filter((manager) => !isThe(manager, applier)).map(({ fields }) => fields);
  const named = (fields: FieldSet): FieldSet => withNamedFields(fields, type);
  const saidBy = (object: JsonObject): FieldSet => named(fieldsSaidBy(object, type));
  const [was, all] = [named(last), saidBy(merged)];
  const owned = named([said, ...others].reduce(union, NO_FIELDS));
  const bare = objectOf(withoutFields(merged, type, was));
  const kept = objectOf(withoutFields(merged, type, difference(all, union(saidBy(bare), owned))));
  // What nobody owns stays, unless it is below something that goes.
  return objectOf(withoutFields(merged, type, intersection(difference(all, saidBy(kept)), was)));
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function conflictsOf(
  { managers, applier, live, lastApplied }: ServerApplyInput,
  changed: FieldSet,
  type: ObjectType,
): readonly Conflict[] {
  const all = managers
    .filter((manager) => !isThe(manager, applier))
    .map((manager) => ({ manager, fields: intersection(manager.fields, changed) }));
  // kubectl may change what client-side apply has set, as far as it is still as it was set.
  const allowed =
    applier === KUBECTL && lastApplied !== undefined ? stillAsApplied(lastApplied, live, type) : NO_FIELDS;
  return all.flatMap(({ manager: { name, isApplier, subresource, apiVersion }, fields }) =>
    pathsOf(difference(fields, allowed)).map((steps) => ({
      steps,
      owner: { name, isApplier, apiVersion, ...(subresource === undefined ? {} : { subresource }) },
    })),
  );
}

function stillAsApplied(lastApplied: JsonObject, live: JsonObject, type: ObjectType): FieldSet {
  const said = fieldsSaidBy(lastApplied, type);
  return difference(
    said,
    union(changedFields(live, lastApplied, type), changedFields(lastApplied, live, type)),
  );
}
