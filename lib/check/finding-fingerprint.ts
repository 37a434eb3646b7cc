import { type FieldPath, pathText } from '../manifests/field-path';
import { fieldOf, isList, type JsonValue, textOf } from '../manifests/json';
import { objectText } from '../manifests/manifest';
import { type Finding } from './finding';

/**
 * What a finding is, whatever its line: code, object and field, elements of lists by their names. It stays the same
 * when lines, wording or other elements come and go. Baselines and code scanning tell findings apart by it.
 */
export function fingerprintOf({ rule, object, path }: Finding): string {
  const field = fieldText(path, object.content);
  return [rule.code, objectText(object), field].filter((part) => part !== '').join(' ');
}

/** The path with the names of elements in place of their indexes, where a name is there and is the only one. */
function fieldText(path: FieldPath, content: JsonValue): string {
  let value: JsonValue | undefined = content;
  return path.reduce<string>((text, step) => {
    const parent: JsonValue | undefined = value;
    if (isList(parent)) {
      value = parent[Number(step)];
      return `${text}[${soleNameOf(value, parent) ?? step}]`;
    }
    value = fieldOf(parent, String(step));
    const word = pathText([step]);
    return text === '' || word.startsWith('[') ? `${text}${word}` : `${text}.${word}`;
  }, '');
}

function soleNameOf(element: JsonValue | undefined, list: readonly JsonValue[]): string | undefined {
  const name = nameOf(element);
  return list.filter((one) => nameOf(one) === name).length === 1 ? name : undefined;
}

function nameOf(element: JsonValue | undefined): string | undefined {
  return textOf(element, 'name') ?? textOf(fieldOf(element, 'metadata'), 'name');
}
