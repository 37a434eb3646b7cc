import { type LabelSelectorExpression, type LabelSelectorTerms } from '../kubernetes/label-selector';
import { type FieldPath, valueAt } from './field-path';
import { fieldOf, isList, isObject, type JsonObject, type JsonValue, textOf } from './json';
import { type Located, locatedText, objectsAt, textsAt } from './field-value';
import { type Manifest } from './manifest';

/** Where a set has the template of its pods. */
export const POD_SPEC: FieldPath = ['spec', 'template', 'spec'];

/** `spec.serviceName`, where it is text and not empty. */
export function serviceNameOf({ content }: Manifest): Located<string> | undefined {
  const name = locatedText(content, ['spec', 'serviceName']);
  return name?.value === '' ? undefined : name;
}

/** The number of pods that the manifest asks for, 1 where it says nothing; undefined where it is no number. */
export function replicasOf({ content }: Manifest): number | undefined {
  const replicas = valueAt(content, ['spec', 'replicas']) ?? 1;
  return typeof replicas === 'number' ? replicas : undefined;
}

/** The ordinal of the set's first pod, 0 where the manifest says nothing or no number. */
export function firstOrdinalOf({ content }: Manifest): number {
  const start = valueAt(content, ['spec', 'ordinals', 'start']);
  return typeof start === 'number' ? start : 0;
}

/** The labels of the set's pods. */
export function podLabelsOf({ content }: Manifest): Readonly<Record<string, string>> {
  return textsAt(content, ['spec', 'template', 'metadata', 'labels']);
}

/** The label selector at a path; undefined where there is none. Terms of wrong types are left out. */
export function labelSelectorAt(content: JsonObject, path: FieldPath): LabelSelectorTerms | undefined {
  const selector = valueAt(content, path);
  if (!isObject(selector)) {
    return undefined;
  }
  return {
    matchLabels: textsAt(selector, ['matchLabels']),
    matchExpressions: objectsAt(selector, ['matchExpressions']).map(({ value }) => expressionOf(value)),
  };
}

function expressionOf(value: JsonObject): LabelSelectorExpression {
  const values = fieldOf(value, 'values');
  return {
    key: textOf(value, 'key') ?? '',
    operator: textOf(value, 'operator') ?? '',
    ...(isList(values) ? { values: values.filter((one) => typeof one === 'string') } : {}),
  };
}

/** The init containers and containers of a pod's spec, init containers first. */
export function containersAt(content: JsonObject, podSpec: FieldPath): readonly Located<JsonObject>[] {
  return ['initContainers', 'containers'].flatMap((list) => objectsAt(content, [...podSpec, list]));
}

/** Whether a container of a pod's spec is an init container, by where it is. */
export function isInitContainer({ path }: Located): boolean {
  return path.at(-2) === 'initContainers';
}

/** The claim templates of a set. */
export function claimTemplatesOf({ content }: Manifest): readonly Located<JsonObject>[] {
  return objectsAt(content, ['spec', 'volumeClaimTemplates']);
}

/** The name of a claim template; undefined where it is absent or no text. */
export function claimTemplateName({ value }: Located<JsonObject>): string | undefined {
  return textOf(fieldOf(value, 'metadata'), 'name');
}

/** The strategy by which pods are replaced: `RollingUpdate` where nothing is said. */
export function updateStrategyTypeOf({ content }: Manifest): JsonValue {
  return valueAt(content, ['spec', 'updateStrategy', 'type']) ?? 'RollingUpdate';
}

/** Whether each pod waits for the one before it to be ready: the default. */
export function isOrdered({ content }: Manifest): boolean {
  const policy = valueAt(content, ['spec', 'podManagementPolicy']) ?? '';
  return policy === '' || policy === 'OrderedReady';
}
