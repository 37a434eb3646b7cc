import { type ScalarForm } from './fields';
import { quantityProblem } from './quantity';

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.,]\d+)?(Z|[-+]\d\d:\d\d)$/;
const BASE_64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Why an API server cannot decode a value as what its field holds, in the form "must be ..."; undefined where it can.
 * The value is not null, which is decoded as an absent field.
 */
export function scalarProblem(value: unknown, form: ScalarForm): string | undefined {
  switch (form) {
    case 'text':
      return typeof value === 'string' ? undefined : textProblem(value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false, without quotes';
    case 'int32':
      return wholeNumberProblem(value, 2 ** 31);
    case 'int64':
      return wholeNumberProblem(value, 2 ** 63);
    case 'number':
      return typeof value === 'number' ? undefined : 'must be a number, without quotes';
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number'
        ? quantityProblem(String(value))
        : 'must be a quantity such as 500m or 10Gi';
    case 'int-or-string':
      return typeof value === 'string' || wholeNumberProblem(value, 2 ** 31) === undefined
        ? undefined
        : 'must be a whole number or text';
    case 'time':
    case 'micro-time':
      return typeof value === 'string' && RFC_3339.test(value)
        ? undefined
        : 'must be a time such as 2024-01-31T12:00:00Z';
    case 'bytes':
      return typeof value === 'string' && BASE_64.test(value.replaceAll(/[\r\n]/g, ''))
        ? undefined
        : 'must be text in base64';
    case 'any-object':
      return undefined;
  }
}

function textProblem(value: unknown): string {
  return typeof value === 'object' ? 'must be text' : 'must be text: put it in quotes';
}

function wholeNumberProblem(value: unknown, limit: number): string | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return typeof value === 'string' ? 'must be a whole number, without quotes' : 'must be a whole number';
  }
  return value >= -limit && value < limit ? undefined : `must be between ${-limit} and ${limit - 1}`;
}
