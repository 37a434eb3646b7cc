import { fieldOf, isList, type JsonValue } from './json';

/** Where a value is in a manifest: keys and list indexes, outermost first. */
export type FieldPath = readonly (string | number)[];

/** The path as the API server writes it: `spec.template.spec.containers[0].image`, `metadata.labels[a.b/c]`. */
export function pathText(path: FieldPath): string {
  return path.reduce<string>((text, step) => text + stepText(step, text === ''), '');
}

function stepText(step: string | number, isFirst: boolean): string {
  if (typeof step === 'number') {
    return `[${step}]`;
  }
  if (!/^[A-Za-z_$][\w$-]*$/.test(step)) {
    return `[${step}]`;
  }
  return isFirst ? step : `.${step}`;
}

/** The value at a path, or undefined where there is none or it is null. */
export function valueAt(value: JsonValue | undefined, path: FieldPath): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (found, step) =>
      typeof step === 'string'
        ? fieldOf(found, step)
        : isList(found)
          ? (found[step] ?? undefined)
          : undefined,
    value,
  );
}

/** Whether a path is another one, or is of a field below it. */
export function isWithin(path: FieldPath, parent: FieldPath): boolean {
  return parent.every((step, depth) => path[depth] === step);
}

/** Whether two paths are the same. */
export function isSamePath(a: FieldPath, b: FieldPath): boolean {
  return a.length === b.length && isWithin(a, b);
}

/** Order of paths: step by step, list indexes by number, a parent before its fields. */
export function comparePaths(a: FieldPath, b: FieldPath): number {
  for (let depth = 0; depth < Math.min(a.length, b.length); depth += 1) {
    const order = compareSteps(a[depth], b[depth]);
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
}

function compareSteps(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') {
    return a - b;
  }
  const [textA, textB] = [String(a), String(b)];
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}
