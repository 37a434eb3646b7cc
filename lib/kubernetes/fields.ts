import { groupOf } from './api-group';
import { KIND_TYPES, NAMESPACED_KINDS, TYPE_FIELDS } from './field-table';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from './kubernetes-version';

/** What a value is: how the API server decodes it, and how `kubectl apply` merges it. */
export type FieldType = ListType | MapType | ObjectType | ScalarType;

/** A list of values of one type. */
export interface ListType {
  readonly form: 'list';
  readonly of: FieldType;
  /** The field by which `kubectl apply` tells its elements apart and merges them; undefined where it does not. */
  readonly mergeKey?: string;
  /** Whether `kubectl apply` merges its texts: what others put there stays. Other lists are replaced as a whole. */
  readonly mergesTexts: boolean;
  /** Whether elements lose what the wanted element does not name: a volume has one source only. */
  readonly retainsOnlyWanted: boolean;
  /** The fields by which the API server tells elements apart in server-side apply; a list of texts has none. */
  readonly mapKeys: readonly string[];
  /** Whether the API server takes it for a set, of which each element is there once. */
  readonly isSet: boolean;
}

/** An object whose keys are the user's own: no keys are as good as no field. */
export interface MapType {
  readonly form: 'map';
  readonly of: FieldType;
  /** Whether server-side apply replaces it as a whole. */
  readonly isAtomic?: true;
}

/** An object of known fields: an empty one is not the same as none. */
export interface ObjectType {
  readonly form: 'object';
  readonly type: string;
  /** Whether `kubectl apply` replaces it as a whole. */
  readonly isReplaced?: true;
  /** Whether server-side apply replaces it as a whole. */
  readonly isAtomic?: true;
}

/** A value that is no list, map or object of known fields. */
export interface ScalarType {
  readonly form: ScalarForm;
  /** Whether the API server tells 0, false and empty text from an absent field. */
  readonly isPointer: boolean;
}

/** How the text of a value is read. */
export type ScalarForm = (typeof SCALAR_FORMS)[number];

const SCALAR_FORMS = [
  'text',
  'boolean',
  'int32',
  'int64',
  'number',
  'quantity',
  'int-or-string',
  'time',
  'micro-time',
  'bytes',
  'any-object',
] as const;

/** A field of a type, as one or several versions know it. */
interface KnownField {
  readonly type: FieldType;
  readonly isRequired: boolean;
  /** The first and last version that know it so; undefined where all before or after do. */
  readonly since?: KubernetesVersion;
  readonly until?: KubernetesVersion;
}

/** What is known of an object of any kind. */
const ANY_KIND: Readonly<Record<string, string>> = { AnyKind: 'metadata ObjectMeta' };

/** The type of an object, or undefined where its kind is not known here. */
export function typeOfKind(apiVersion: string, kind: string): string | undefined {
  const key = `${apiVersion} ${kind}`;
  return Object.hasOwn(KIND_TYPES, key) ? KIND_TYPES[key] : undefined;
}

/** Whether the objects of a kind are in a namespace. Of the kinds of other projects nobody here knows it. */
export function isNamespaced(apiVersion: string, kind: string): boolean {
  return NAMESPACED_KINDS.has(`${groupOf(apiVersion)}/${kind}`);
}

/**
 * The type of an object of any kind, in whatever version of its API: of other versions, and of kinds that are not known
 * here, only those fields are known that are the same.
 */
export function objectTypeOf(apiVersion: string, kind: string): ObjectType {
  const type = typesOfGroups().get(`${groupOf(apiVersion)} ${kind}`) ?? 'AnyKind';
  return { form: 'object', type };
}

/** The types of the kinds that are known here. */
export function objectTypes(): readonly ObjectType[] {
  return [...new Set(Object.values(KIND_TYPES))].map((type) => ({ form: 'object', type }));
}

let typesByGroup: ReadonlyMap<string, string> | undefined;

/** The types of kinds by group and kind; of several versions the newest, which the table has last. */
function typesOfGroups(): ReadonlyMap<string, string> {
  typesByGroup ??= new Map(
    Object.entries(KIND_TYPES).map(([key, type]) => {
      const [apiVersion, kind] = key.split(' ');
      return [`${groupOf(apiVersion)} ${kind}`, type];
    }),
  );
  return typesByGroup;
}

/** The type of a field in a version, or undefined where that version does not know the field. */
export function fieldTypeOf(type: string, field: string, version: KubernetesVersion): FieldType | undefined {
  return fieldsIn(type, version).get(field);
}

/**
 * The type of what an object, a map or a list holds under a key or index, in whatever version; undefined where nothing
 * is known of it.
 */
export function typeWithin(type: FieldType | undefined, step: string | number): FieldType | undefined {
  if (type?.form === 'object') {
    return fieldsOf(type.type).get(String(step))?.at(-1)?.type;
  }
  return type?.form === 'list' || type?.form === 'map' ? type.of : undefined;
}

/** The fields of a type that OpenAPI calls required, in whatever version. */
export function requiredFieldsOf(type: string): readonly string[] {
  return [...fieldsOf(type)].filter(([, forms]) => forms.at(-1)?.isRequired).map(([name]) => name);
}

/** The names of a type's fields in a version. */
export function fieldNamesOf(type: string, version: KubernetesVersion): readonly string[] {
  return [...fieldsIn(type, version).keys()];
}

/** The versions that know a field, first and last; undefined where none does. */
export function versionsOf(
  type: string,
  field: string,
): readonly [KubernetesVersion, KubernetesVersion] | undefined {
  const known = KUBERNETES_VERSIONS.filter((version) => fieldTypeOf(type, field, version) !== undefined);
  const [first, last] = [known.at(0), known.at(-1)];
  return first === undefined || last === undefined ? undefined : [first, last];
}

function isKnown({ since, until }: KnownField, version: KubernetesVersion): boolean {
  const order = KUBERNETES_VERSIONS.indexOf(version);
  return (
    (since === undefined || order >= KUBERNETES_VERSIONS.indexOf(since)) &&
    (until === undefined || order <= KUBERNETES_VERSIONS.indexOf(until))
  );
}

const typesOfVersions = new Map<KubernetesVersion, Map<string, ReadonlyMap<string, FieldType>>>();

/** The fields that a version knows of a type. Each is looked up thousands of times in a run. */
function fieldsIn(type: string, version: KubernetesVersion): ReadonlyMap<string, FieldType> {
  const types = typesOfVersions.get(version) ?? new Map<string, ReadonlyMap<string, FieldType>>();
  typesOfVersions.set(version, types);
  const known = types.get(type);
  if (known !== undefined) {
    return known;
  }
  const fields = new Map(
    [...fieldsOf(type)].flatMap(([name, forms]): [string, FieldType][] => {
      const form = forms.find((one) => isKnown(one, version));
      return form === undefined ? [] : [[name, form.type]];
    }),
  );
  types.set(type, fields);
  return fields;
}

const parsedTypes = new Map<string, ReadonlyMap<string, readonly KnownField[]>>();

/** The fields of a type. Types are parsed when they are first asked for: most manifests use few of them. */
function fieldsOf(type: string): ReadonlyMap<string, readonly KnownField[]> {
  const parsed = parsedTypes.get(type);
  if (parsed !== undefined) {
    return parsed;
  }
  const fields = new Map<string, readonly KnownField[]>();
  const row = [TYPE_FIELDS, ANY_KIND].find((table) => Object.hasOwn(table, type))?.[type] ?? '';
  for (const entry of row === '' ? [] : row.split('|')) {
    const [name, typeText, ...words] = entry.split(' ');
    const [since, until] = (words.find((word) => /^\d*-\d*$/.test(word)) ?? '')
      .split('-')
      .map(versionOfMinor);
    const field = { type: typeFrom(typeText, words), isRequired: words.includes('required'), since, until };
    fields.set(name, [...(fields.get(name) ?? []), field]);
  }
  parsedTypes.set(type, fields);
  return fields;
}

function versionOfMinor(minor: string): KubernetesVersion | undefined {
  return KUBERNETES_VERSIONS.find((version: string) => version === `1.${minor}`);
}

const typesByText = new Map<string, FieldType>();

/** The type that a text means, one object for each text, so that equal types can be told by that. */
function typeFrom(text: string, words: readonly string[]): FieldType {
  const key = [text, ...words].join(' ');
  const type = typesByText.get(key) ?? newType(text, words);
  typesByText.set(key, type);
  return type;
}

function newType(text: string, words: readonly string[]): FieldType {
  const [isPointer, plain] = text.startsWith('*') ? [true, text.slice(1)] : [false, text];
  const form = SCALAR_FORMS.find((one) => one === plain);
  if (form !== undefined) {
    return { form, isPointer };
  }
  const inner = text.slice(1, -1);
  const atomic = words.includes('atomic') ? { isAtomic: true as const } : {};
  if (text.startsWith('[')) {
    return {
      form: 'list',
      of: typeFrom(inner, 'isAtomic' in atomic ? ['atomic'] : []),
      mergeKey: valueOf('merge', words),
      mergesTexts: words.includes('merge'),
      retainsOnlyWanted: words.includes('retainKeys'),
      mapKeys: valueOf('keys', words)?.split(',') ?? [],
      isSet: words.includes('set'),
    };
  }
  return text.startsWith('{')
    ? { form: 'map', of: typeFrom(inner, []), ...atomic }
    : { form: 'object', type: text, ...(words.includes('replace') ? { isReplaced: true } : {}), ...atomic };
}

/** What stands behind the colon of a word. */
function valueOf(name: string, words: readonly string[]): string | undefined {
  return words.find((word) => word.startsWith(`${name}:`))?.slice(name.length + 1);
}
