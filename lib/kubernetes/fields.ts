import { KIND_TYPES, TYPE_FIELDS } from './field-table';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from './kubernetes-version';

/** How the API server decodes a value. */
export type FieldType =
  | { readonly form: 'list' | 'map'; readonly of: FieldType }
  | { readonly form: 'object'; readonly type: string }
  | { readonly form: ScalarForm };

/** A value that is no list, map or object of known fields. */
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
  /** The first and last version that know it so; undefined where all before or after do. */
  readonly since?: KubernetesVersion;
  readonly until?: KubernetesVersion;
}

/** The type of an object, or undefined where its kind is not known here. */
export function typeOfKind(apiVersion: string, kind: string): string | undefined {
  const key = `${apiVersion} ${kind}`;
  return Object.hasOwn(KIND_TYPES, key) ? KIND_TYPES[key] : undefined;
}

/** The type of a field in a version, or undefined where that version does not know the field. */
export function fieldTypeOf(type: string, field: string, version: KubernetesVersion): FieldType | undefined {
  return fieldsIn(type, version).get(field);
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
  const row = Object.hasOwn(TYPE_FIELDS, type) ? TYPE_FIELDS[type] : '';
  for (const entry of row === '' ? [] : row.split('|')) {
    const [name, typeText, range = ''] = entry.split(' ');
    const [since, until] = range.split('-').map(versionOfMinor);
    fields.set(name, [...(fields.get(name) ?? []), { type: fieldTypeFrom(typeText), since, until }]);
  }
  parsedTypes.set(type, fields);
  return fields;
}

function versionOfMinor(minor: string): KubernetesVersion | undefined {
  return KUBERNETES_VERSIONS.find((version: string) => version === `1.${minor}`);
}

function fieldTypeFrom(text: string): FieldType {
  const form = SCALAR_FORMS.find((one) => one === text);
  if (form !== undefined) {
    return { form };
  }
  const inner = text.slice(1, -1);
  if (text.startsWith('[')) {
    return { form: 'list', of: fieldTypeFrom(inner) };
  }
  return text.startsWith('{') ? { form: 'map', of: fieldTypeFrom(inner) } : { form: 'object', type: text };
}
