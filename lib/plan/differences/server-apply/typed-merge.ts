import { type FieldType, typeWithin } from '../../../kubernetes/fields';
import { isList, isObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { type FieldStep } from './field-set';
import { shapeOf, stepsOf } from './typed-value';

/**
 * A value with another one applied to it, as the API server merges them: field by field and element by element, all
 * else as a whole. Nothing goes that is not said: null stands for a field that is not said, unless it is a plain value.
 */
export function typedMerge(
  live: JsonValue | undefined,
  applied: JsonValue | undefined,
  type: FieldType | undefined,
): JsonValue {
  if (applied === undefined || live === undefined) {
    return applied ?? live ?? null;
  }
  switch (shapeOf(type, live, applied)) {
    case 'fields':
      return isEmptyOf(live) && isEmptyOf(applied) ? applied : mergedObject(live, applied, type);
    case 'elements':
      return isEmptyOf(live) && isEmptyOf(applied) ? applied : mergedList(live, applied, type);
    case 'whole':
      return applied;
  }
}

function isEmptyOf(value: JsonValue): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function mergedObject(live: JsonValue, applied: JsonValue, type: FieldType | undefined): JsonValue {
  const [old, now] = [live, applied].map((value): JsonObject => (isObject(value) ? value : {}));
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const valueIn = (object: JsonObject, name: string): JsonValue | undefined =>
    Object.hasOwn(object, name) ? object[name] : undefined;
  return Object.fromEntries(
    names.map((name) => [name, typedMerge(valueIn(old, name), valueIn(now, name), typeWithin(type, name))]),
  );
}

function mergedList(live: JsonValue, applied: JsonValue, type: FieldType | undefined): JsonValue {
  const [old, now] = [live, applied].map((value) => stepsOf(type, isList(value) ? value : []));
  const [liveSteps, appliedSteps] = [old, now].map((elements) => new Set(elements.map(([step]) => step)));
  const appliedBy = new Map(now);
  const inner = typeWithin(type, 0);
  /** Where elements share their keys, none of them is the one that is meant. */
  const liveBy = new Map(old.filter(([step]) => old.filter(([other]) => other === step).length === 1));
  const mergedAt = (step: FieldStep): JsonValue => typedMerge(liveBy.get(step), appliedBy.get(step), inner);
  const shared = now.map(([step]) => step).filter((step) => liveSteps.has(step));
  const merged: JsonValue[] = [];
  const done = new Set<FieldStep>();
  let [at, next, nextShared] = [0, 0, 0];
  while (at < old.length || next < now.length) {
    const step = old.at(at)?.[0];
    const wanted = now.at(next)?.[0];
    if (at < old.length && step !== undefined) {
      if (step === wanted && next < now.length) {
        done.add(step);
        merged.push(mergedAt(step));
        [at, next, nextShared] = [at + 1, next + 1, nextShared + 1];
        continue;
      }
      if (
        next < now.length &&
        appliedSteps.has(step) &&
        nextShared < shared.length &&
        shared[nextShared] !== step
      ) {
        // It is shared, and stands elsewhere in what is applied.
        at += 1;
        continue;
      }
      if (!appliedSteps.has(step)) {
        merged.push(old[at][1]);
        at += 1;
        continue;
      }
      if (done.has(step)) {
        at += 1;
      }
    }
    if (next < now.length && wanted !== undefined) {
      done.add(wanted);
      merged.push(mergedAt(wanted));
      next += 1;
      nextShared += shared[nextShared] === wanted ? 1 : 0;
    }
  }
  return merged;
}
