import { CHART, dataOf, type Entry, type Expression, literal, newOf } from '../code/expression';
import { type JsonObject } from '../../manifests/json';
import { metadataOf } from './config-map';

/** An object as plain data: of a kind that the code has no types for, or that the types cannot make. */
export function plainObject(object: JsonObject, id: string, chartNamespace: string | undefined): Expression {
  const entries = Object.entries(object).map(([key, value]): Entry => ({
    key,
    value: key === 'metadata' ? metadataOf(object, chartNamespace) : dataOf(value),
  }));
  return newOf('ApiObject', CHART, literal(id), { kind: 'mapping', entries, isExpanded: true });
}
