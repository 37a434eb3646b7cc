import { isList, isObject, type JsonObject, type JsonValue } from '../../manifests/json';
import { type Difference, isSame } from './differences';
import { byKey, mergeKeyOf } from './list-keys';
import { inside, type Place, placeOf } from './place';

/** A list that `kubectl apply` cannot bring about, because elements of it share the key that it is merged by. */
export interface UnreachedList extends Difference {
  /** The field by which the list is merged. */
  readonly keyField: string;
}

/**
 * The lists of a manifest that would not be in the object once it is applied: kubectl finds elements by their keys,
 * and of several with one key always the first one. Both objects have their defaults.
 */
export function unreachedLists(wanted: JsonObject, stored: JsonObject): readonly UnreachedList[] {
  return inObjects(wanted, stored, placeOf(wanted));
}

function inObjects(wanted: JsonObject, stored: JsonObject, place: Place): readonly UnreachedList[] {
  return Object.keys(wanted).flatMap((field) =>
    inValues(wanted[field], Object.hasOwn(stored, field) ? stored[field] : [], inside(place, field)),
  );
}

function inValues(wanted: JsonValue, stored: JsonValue, place: Place): readonly UnreachedList[] {
  if (isObject(wanted) && isObject(stored)) {
    return inObjects(wanted, stored, place);
  }
  if (!isList(wanted) || !isList(stored)) {
    return [];
  }
  const keyField = mergeKeyOf(place.type);
  if (keyField === undefined) {
    return [];
  }
  const [now, kept] = [byKey(wanted, keyField), byKey(stored, keyField)];
  if (now && kept && [...now.keys()].every((key) => kept.has(key))) {
    return [...now].flatMap(([key, element]) =>
      inValues(element, kept.get(key) ?? null, inside(place, key, '*')),
    );
  }
  const { path, pattern } = place;
  return isReached(wanted, stored) ? [] : [{ path, pattern, before: stored, after: wanted, keyField }];
}

/** Whether each wanted element is there, in one of its own, and none besides: others may have added fields. */
function isReached(wanted: readonly JsonValue[], stored: readonly JsonValue[]): boolean {
  const free = [...stored];
  return (
    wanted.length === stored.length &&
    wanted.every((element) => {
      const at = free.findIndex((one) => holds(one, element));
      free.splice(at, at < 0 ? 0 : 1);
      return at >= 0;
    })
  );
}

function holds(stored: JsonValue | undefined, wanted: JsonValue): boolean {
  if (isObject(stored) && isObject(wanted)) {
    return Object.keys(wanted).every(
      (field) => Object.hasOwn(stored, field) && holds(stored[field], wanted[field]),
    );
  }
  return isSame(stored, wanted);
}
