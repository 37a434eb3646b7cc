import { pathText } from '../manifests/field-path';
import { callOf, dataOf, type Expression, literal } from './code/expression';
import { type Statement } from './code/program';
import { type PatchOperation, pointerOf } from './patch';

/** The statement that puts a patch on an object, with the fields that it is about in words. */
export function patchStatement(object: Expression, operations: readonly PatchOperation[]): Statement {
  const fields = [...new Set(operations.map(({ path }) => pathText(path)))].join(', ');
  return {
    value: callOf(callOf('ApiObject', 'of', object), 'addJsonPatch', ...operations.map(operationOf)),
    comment: [`What no property says: ${fields}.`],
  };
}

function operationOf(operation: PatchOperation): Expression {
  const path = literal(pointerOf(operation.path));
  return operation.op === 'remove'
    ? callOf('JsonPatch', 'remove', path)
    : callOf('JsonPatch', operation.op, path, dataOf(operation.value));
}
