import { isList, isObject, type JsonObject, type JsonValue } from '../facts/json';
import { byKey, mergeKeyOf } from './list-keys';

/** What `kubectl apply` compares. */
export interface ApplyInput {
  /** The manifest that was applied last. */
  readonly applied: JsonObject;
  /** The manifest to be applied. */
  readonly wanted: JsonObject;
  /** The object in the cluster, with defaults. */
  readonly live: JsonObject;
}

/** Lists whose elements lose what the wanted element does not name: a volume has one source only. */
const RETAINS_ONLY_WANTED: ReadonlySet<string> = new Set([
  'spec.template.spec.volumes',
  'spec.template.spec.resourceClaims',
]);

/** Objects that are replaced as a whole. */
const REPLACED: ReadonlySet<string> = new Set(['PodDisruptionBudget/spec.selector']);

interface Triple {
  readonly applied: JsonValue | undefined;
  readonly wanted: JsonValue;
  readonly live: JsonValue | undefined;
}

/**
 * The object that `kubectl apply` asks the API server to store: what is wanted, without what was applied and is
 * no longer wanted, with what only the cluster knows, defaults among it. An own model of kubectl's three-way merge.
 */
export function merged({ applied, wanted, live }: ApplyInput): JsonObject {
  const kind = typeof wanted.kind === 'string' ? wanted.kind : '';
  return mergedObject(applied, wanted, live, '', kind);
}

function mergedValue({ applied, wanted, live }: Triple, path: string, kind: string): JsonValue {
  if (isObject(wanted) && isObject(live)) {
    if (REPLACED.has(`${kind}/${path}`)) {
      return wanted;
    }
    return mergedObject(isObject(applied) ? applied : {}, wanted, live, path, kind);
  }
  return isList(wanted) ? mergedList({ applied, wanted, live }, path, kind) : wanted;
}

function mergedObject(
  applied: JsonObject,
  wanted: JsonObject,
  live: JsonObject,
  path: string,
  kind: string,
): JsonObject {
  const kept = Object.entries(live).filter(
    ([key]) => !Object.hasOwn(wanted, key) && !Object.hasOwn(applied, key),
  );
  const set = Object.entries(wanted)
    .filter(([, value]) => value !== null)
    .map(([key, value]): [string, JsonValue] => [
      key,
      mergedValue(
        { applied: own(applied, key), wanted: value, live: own(live, key) },
        path === '' ? key : `${path}.${key}`,
        kind,
      ),
    ]);
  return Object.fromEntries([...kept, ...set]);
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function mergedList({ applied, wanted, live }: Triple, path: string, kind: string): JsonValue {
  const keyField = mergeKeyOf(path);
  const liveByKey = keyField === undefined ? undefined : byKey(live, keyField);
  const wantedByKey = keyField === undefined ? undefined : byKey(wanted, keyField);
  if (keyField === undefined || liveByKey === undefined || wantedByKey === undefined) {
    return wanted;
  }
  const appliedByKey = byKey(applied, keyField) ?? new Map<string, JsonValue>();
  const elementOf = (key: string, element: JsonValue): JsonValue => {
    const value = mergedValue(
      { applied: appliedByKey.get(key), wanted: element, live: liveByKey.get(key) },
      `${path}.*`,
      kind,
    );
    return RETAINS_ONLY_WANTED.has(path) ? retained(value, element) : value;
  };
  const elements = new Map([...wantedByKey].map(([key, element]) => [key, elementOf(key, element)]));
  const foreign = [...liveByKey].filter(([key]) => !wantedByKey.has(key) && !appliedByKey.has(key));
  return inLiveOrder(elements, new Map(foreign), [...liveByKey.keys()]);
}

function retained(value: JsonValue, wanted: JsonValue): JsonValue {
  return isObject(value) && isObject(wanted)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => Object.hasOwn(wanted, key)))
    : value;
}

/** Wanted elements in their order, and what others put into the live list where it was among them. */
function inLiveOrder(
  wanted: ReadonlyMap<string, JsonValue>,
  foreign: ReadonlyMap<string, JsonValue>,
  liveOrder: readonly string[],
): JsonValue {
  const waiting = [...foreign];
  const placed: JsonValue[] = [];
  for (const [key, element] of wanted) {
    const position = liveOrder.indexOf(key);
    while (waiting[0] && position >= 0 && liveOrder.indexOf(waiting[0][0]) < position) {
      placed.push(...waiting.splice(0, 1).map(([, value]) => value));
    }
    placed.push(element);
  }
  return [...placed, ...waiting.map(([, value]) => value)];
}
