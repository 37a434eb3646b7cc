import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { isList, isObject, type JsonObject, type JsonValue } from '../json';

/** A field that API servers drop without a word before some version. */
export interface DroppedField {
  readonly kind: string;
  /** Fields in dots, `*` for each element of a list. */
  readonly path: string;
  /** The first version that keeps it; undefined where its gate is off by default in every version so far. */
  readonly keptSince?: KubernetesVersion;
}

/** Fields behind feature gates that were off, in the kinds that are judged. */
export const DROPPED_FIELDS: readonly DroppedField[] = [
  {
    kind: 'StatefulSet',
    path: 'spec.updateStrategy.rollingUpdate.maxUnavailable',
    keptSince: KubernetesVersion.V1_37,
  },
  {
    kind: 'StatefulSet',
    path: 'spec.volumeClaimTemplates.*.spec.volumeAttributesClassName',
    // The gate that was off until 1.34 clears the field of claims alone: a template keeps what no claim gets.
    keptSince: KubernetesVersion.V1_29,
  },
  {
    kind: 'StatefulSet',
    path: 'spec.template.spec.initContainers.*.restartPolicy',
    keptSince: KubernetesVersion.V1_29,
  },
  {
    kind: 'StatefulSet',
    path: 'spec.template.spec.hostUsers',
    keptSince: KubernetesVersion.V1_33,
  },
  { kind: 'StatefulSet', path: 'spec.template.spec.evictionResponders' },
  { kind: 'StatefulSet', path: 'spec.template.spec.volumes.*.emptyDir.mode' },
  {
    kind: 'PersistentVolumeClaim',
    path: 'spec.volumeAttributesClassName',
    keptSince: KubernetesVersion.V1_34,
  },
];

/** The fields that this version drops from objects of this kind. */
export function droppedFieldsOf(kind: string, version: KubernetesVersion): readonly DroppedField[] {
  return DROPPED_FIELDS.filter(
    (field) => field.kind === kind && (field.keptSince === undefined || !isAtLeast(version, field.keptSince)),
  );
}

/** Whether this version drops a field at a path without list items from objects of this kind. */
export function isDropped(kind: string, path: readonly string[], version: KubernetesVersion): boolean {
  return droppedFieldsOf(kind, version).some((field) => field.path === path.join('.'));
}

/** Whether the object has a field, `*` in its path for each element of a list. */
export function hasField(object: JsonObject, path: string): boolean {
  return isThere(object, path.split('.'));
}

function isThere(value: JsonValue, path: readonly string[]): boolean {
  const [step = '', ...rest] = path;
  if (path.length === 0) {
    return true;
  }
  if (step === '*' && isList(value)) {
    return value.some((element) => isThere(element, rest));
  }
  return isObject(value) && Object.hasOwn(value, step) && isThere(value[step], rest);
}

/** The object without the field, wherever the path matches. The given object is not changed. */
export function without(object: JsonObject, path: string): JsonObject {
  return hasField(object, path) ? removed(object, path.split('.')) : object;
}

function removed(object: JsonObject, path: readonly string[]): JsonObject {
  const [field = '', ...rest] = path;
  if (!Object.hasOwn(object, field)) {
    return object;
  }
  if (rest.length === 0) {
    return Object.fromEntries(Object.entries(object).filter(([key]) => key !== field));
  }
  return { ...object, [field]: removedBelow(object[field], rest) };
}

function removedBelow(value: JsonValue, path: readonly string[]): JsonValue {
  if (path[0] === '*' && isList(value)) {
    return value.map((element) => (isObject(element) ? removed(element, path.slice(1)) : element));
  }
  return isObject(value) ? removed(value, path) : value;
}
