import { isObject, type JsonValue } from '../../../manifests/json';
import { type FieldStep } from './field-set';

/** A step as the API server prints it: `.spec`, `[name="web"]`, `["a text"]`. */
export function stepText(step: FieldStep): string {
  const [kind, text] = [step.slice(0, 1), step.slice(2)];
  switch (kind) {
    case 'f':
      return `.${text}`;
    case 'k':
      return `[${Object.entries(keysOf(step))
        .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
        .join(',')}]`;
    case 'v':
      return `[=${text}]`;
    default:
      return `[${text}]`;
  }
}

/** The key of an element by which people read it, else all of its keys: `web`, `80/TCP`. */
export function elementName(step: FieldStep, readingKey: string | undefined): string {
  const keys = keysOf(step);
  const named = readingKey === undefined ? undefined : keys[readingKey];
  const shown = named === undefined ? Object.values(keys) : [named];
  return shown.map((key) => (typeof key === 'string' ? key : JSON.stringify(key))).join('/');
}

/** The keys of a step to an element of a list; none where it is another step. */
function keysOf(step: FieldStep): Readonly<Record<string, JsonValue>> {
  if (!step.startsWith('k:')) {
    return {};
  }
  try {
    const keys = JSON.parse(step.slice(2)) as JsonValue;
    return isObject(keys) ? keys : {};
  } catch {
    return {};
  }
}
