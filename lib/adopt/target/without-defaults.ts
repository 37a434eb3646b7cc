import { type DefaultTree, filledIn } from '../../manifests/defaults/default-rule';
import { defaulted } from '../../manifests/defaults/defaulted';
import { defaultTreeOf } from '../../manifests/defaults/kind-defaults';
import { isList, isObject, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { isSame } from '../../plan/differences/differences';

/** The object without the values that the API server of this version would fill in all the same. */
export function withoutDefaults(object: JsonObject, version: KubernetesVersion): JsonObject {
  const tree = defaultTreeOf(textOf(object, 'apiVersion') ?? '', textOf(object, 'kind') ?? '', version);
  const short = shortened(object, tree);
  // Defaults may follow other fields, of other objects too: then all are kept.
  return isSame(defaulted(short, version), defaulted(object, version)) ? short : object;
}

/** From the innermost fields outwards: an object that only held defaults may be one itself. */
function shortened(object: JsonObject, tree: DefaultTree): JsonObject {
  const inner = Object.fromEntries(
    Object.entries(object).map(([field, value]) => [field, shortenedValue(value, tree.fields.get(field))]),
  );
  const filled = filledIn(inner, tree);
  return Object.keys(inner)
    .filter((field) => !isObject(inner[field]) || Object.keys(inner[field]).length === 0)
    .reduce<JsonObject>((short, field) => {
      const rest = Object.fromEntries(Object.entries(short).filter(([key]) => key !== field));
      return isSame(filledIn(rest, tree), filled) ? rest : short;
    }, inner);
}

function shortenedValue(value: JsonValue, tree: DefaultTree | undefined): JsonValue {
  if (tree === undefined) {
    return value;
  }
  if (isObject(value)) {
    return shortened(value, tree);
  }
  const elements = tree.fields.get('*');
  return isList(value) && elements !== undefined
    ? value.map((element) => (isObject(element) ? shortened(element, elements) : element))
    : value;
}
