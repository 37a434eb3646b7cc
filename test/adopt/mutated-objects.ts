import * as fc from 'fast-check';
import { isList, isObject, type JsonObject, type JsonValue } from '../../lib/manifests/json';

/** Texts that code, a comment or a shell could take for more than a text. */
const HOSTILE = [
  ...[
    "'",
    '"',
    '`',
    '${process.exit(1)}',
    '\\',
    '*/',
    '//',
    '\u2028',
    '\u0000',
    '\ud800',
    '\n',
    'a\nb\n',
    '\r\n',
  ],
  ...['$(reboot)', '__proto__', 'constructor', 'toString', '', '-', '0', '1Gi', '80', '50%', 'None', 'web'],
];

const texts = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 12 }));
const scalars: fc.Arbitrary<JsonValue> = fc.oneof(
  texts,
  fc.constantFrom(0, 1, -1, 3, 80, 1.5, 99999999999, true, false, null),
);
/** Keys of objects. cdk8s takes an object with one of these for something else than plain data, and renders none. */
const keys = texts.filter((text) => text !== 'constructor' && text !== '__proto__');
const values: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 4, arbitrary: scalars },
  // cdk8s takes nulls out of lists, in which no field of Kubernetes has one.
  fc.array(
    scalars.filter((value) => value !== null),
    { maxLength: 2 },
  ),
  fc.dictionary(keys, scalars, { maxKeys: 2 }),
);

type Path = readonly (string | number)[];

/** An object like one of these, with a few fields gone, changed or added: most are still what an API server takes. */
export function mutated(objects: readonly JsonObject[]): fc.Arbitrary<JsonObject> {
  const change = fc.record({
    place: fc.nat(),
    kind: fc.constantFrom('remove', 'set', 'add'),
    key: keys,
    value: values,
  });
  return fc.tuple(fc.constantFrom(...objects), fc.array(change, { maxLength: 2 })).map(([object, changes]) =>
    changes.reduce((changed, { place, kind, key, value }) => {
      const paths = pathsIn(changed).filter((path) => path.length > 1 && path.join('.') !== 'metadata.name');
      const path = paths[place % paths.length];
      if (value === null && typeof path.at(-1) === 'number') {
        return changed;
      }
      return kind === 'add'
        ? (withValue(changed, [...path.slice(0, -1), key], value) as JsonObject)
        : (withValue(changed, path, kind === 'set' ? value : undefined) as JsonObject);
    }, object),
  );
}

function pathsIn(value: JsonValue, path: Path = []): readonly Path[] {
  const steps: readonly (string | number)[] = isList(value)
    ? value.map((_, index) => index)
    : isObject(value)
      ? Object.keys(value)
      : [];
  return steps.flatMap((step) => {
    const inner = [...path, step];
    const part = isList(value) ? value[Number(step)] : (value as JsonObject)[step];
    return [inner, ...pathsIn(part, inner)];
  });
}

/** The value with another one at a path; undefined takes what is there away. */
function withValue(value: JsonValue, [step, ...rest]: Path, inner: JsonValue | undefined): JsonValue {
  const changed = (part: JsonValue | undefined): JsonValue | undefined =>
    rest.length === 0 || part === undefined ? inner : withValue(part, rest, inner);
  if (isList(value)) {
    const elements = value.map((part, index) => (index === step ? changed(part) : part));
    return elements.filter((part) => part !== undefined);
  }
  if (!isObject(value)) {
    return value;
  }
  const key = String(step);
  const now = changed(Object.hasOwn(value, key) ? value[key] : undefined);
  const others = Object.entries(value).filter(([field]) => field !== key);
  return Object.fromEntries(now === undefined ? others : [...others, [key, now]]);
}
