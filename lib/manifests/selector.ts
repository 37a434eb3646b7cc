import { type LabelSelectorExpression, type LabelSelectorTerms } from '../kubernetes/label-selector';
import { type FieldPath, valueAt } from './field-path';
import { objectsAt, textsAt } from './field-value';
import { fieldOf, isList, isObject, type JsonObject, textOf } from './json';

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
