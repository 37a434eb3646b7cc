// Objects with a few fields changed: of the type that the field has, of another, removed, added, unknown.
import { fieldNamesOf, fieldTypeOf, typeOfKind } from '../../build/lib/kubernetes/fields.js';
import { kindOf } from '../control-plane/client.mjs';

/** Not for a manifest to say, or what the object is found by. */
const LEFT_ALONE = new Set([
  ...['apiVersion', 'kind', 'status', 'metadata', 'metadata.name', 'metadata.namespace'],
  ...['metadata.generateName', 'metadata.managedFields', 'metadata.uid', 'metadata.resourceVersion'],
  ...['metadata.creationTimestamp', 'metadata.deletionTimestamp', 'metadata.deletionGracePeriodSeconds'],
  ...['metadata.generation', 'metadata.selfLink'],
]);

/** Every object, list and map inside an object of a known kind, with its path and type. */
export function containersOf(object, version) {
  const found = [];
  const visit = (value, type, path, owner) => {
    if (value === null || typeof value !== 'object' || path[0] === 'status') return;
    found.push({ value, type, path, owner });
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      const innerType = type.form === 'object' ? fieldTypeOf(type.type, key, version) : type.of;
      if (innerType !== undefined) {
        visit(inner, innerType, [...path, step], type.form === 'object' ? type.type : owner);
      }
    }
  };
  visit(object, { form: 'object', type: typeOfKind(object.apiVersion, object.kind) }, [], '');
  return found;
}

/** The objects and texts that are somewhere in the bases, by type and by field. */
export function samplesOf(bases, version) {
  const samples = { objects: new Map(), texts: new Map() };
  const add = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);
  for (const { value, type } of bases.flatMap((base) => containersOf(base, version))) {
    if (type.form === 'object') add(samples.objects, type.type, value);
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && !Array.isArray(value)) add(samples.texts, key, inner);
    }
  }
  return samples;
}

/** One change of an object: where, and what is there then; nothing where it is removed. */
function mutationOf(object, { random, values, version, isInTemplate }) {
  const all = containersOf(object, version);
  const inTemplate = all.filter(({ path }) => path[1] === 'template');
  const containers = isInTemplate && inTemplate.length > 0 ? inTemplate : all;
  for (;;) {
    const mutation = ofContainer(random.oneOf(containers), { random, values, version });
    if (mutation !== undefined && !LEFT_ALONE.has(mutation.path.join('.'))) return mutation;
  }
}

function ofContainer({ value, type, path, owner }, { random, values, version }) {
  const [step, stepType, stepOwner] = placeIn({ value, type, owner }, { random, version });
  if (step === undefined) return undefined;
  const at = { path: [...path, step] };
  const isThere = Object.hasOwn(value, step);
  if (isThere && random.chance(20)) return at;
  if (stepType === undefined || random.chance(4)) return { ...at, value: values.ofAnyType() };
  const field = typeof step === 'number' ? path.at(-1) : step;
  return { ...at, value: values.of(stepType, field, stepOwner) };
}

/** A field or an item, that is there or not, with its type and the type around it. */
function placeIn({ value, type, owner }, { random, version }) {
  const keys = Object.keys(value);
  if (type.form === 'list') {
    return [random.below(keys.length + 1), type.of, owner];
  }
  if (type.form === 'map') {
    return [random.oneOf([...keys, 'added', 'a.b/added']), type.of, owner];
  }
  if (random.chance(2)) return ['notAField', undefined, undefined];
  const names = random.chance(50) ? keys : fieldNamesOf(type.type, version);
  const name = names.length === 0 ? undefined : random.oneOf(names);
  return [name, name === undefined ? undefined : fieldTypeOf(type.type, name, version), type.type];
}

/** The object with changes made. */
export function mutated(object, mutations) {
  const root = structuredClone(object);
  for (const mutation of mutations) {
    const { path } = mutation;
    const parent = path.slice(0, -1).reduce((one, step) => one?.[step], root);
    const last = path.at(-1);
    if (parent === null || typeof parent !== 'object') continue;
    if (Object.hasOwn(mutation, 'value')) parent[last] = structuredClone(mutation.value);
    else if (Array.isArray(parent)) parent.splice(last, 1);
    else delete parent[last];
  }
  return root;
}

/** A few changes, each of what the ones before have left; of the pod template alone where that is asked for. */
export function mutationsOf(object, count, context) {
  const mutations = [];
  while (mutations.length < count) {
    mutations.push(mutationOf(mutated(object, mutations), context));
  }
  return mutations;
}

/** The mutations in words. */
export function inWords(object, mutations) {
  const changes = mutations.map((mutation) => {
    const now = Object.hasOwn(mutation, 'value') ? `= ${JSON.stringify(mutation.value)}` : 'removed';
    return `${mutation.path.join('.')} ${now}`;
  });
  return `${kindOf(object)}: ${changes.length === 0 ? 'as it is' : changes.join('; ')}`;
}
