import { valueAt } from '../field-path';
import { fieldOf, isList, isObject, type JsonObject, type JsonValue, textOf } from '../json';

/** Keys by which kustomize and kubectl say what becomes of a value. No object of a cluster has them but its revisions. */
const DIRECTIVE = /^\$(?:patch$|retainKeys$|setElementOrder\/|deleteFromPrimitiveList\/)/;

/**
 * Whether something is evidently a patch: it has a directive, or it is a set with neither a selector nor an image, which
 * only another manifest can complete.
 */
export function isPatch(object: JsonObject): boolean {
  // A revision of a cluster holds the patch that brings its template back.
  return (textOf(object, 'kind') !== 'ControllerRevision' && hasDirective(object)) || isPartOfSet(object);
}

function hasDirective(value: JsonValue): boolean {
  if (isList(value)) {
    return value.some(hasDirective);
  }
  return (
    isObject(value) &&
    Object.entries(value).some(([key, inner]) => DIRECTIVE.test(key) || hasDirective(inner))
  );
}

function isPartOfSet(object: JsonObject): boolean {
  const spec = fieldOf(object, 'spec');
  if (
    textOf(object, 'kind') !== 'StatefulSet' ||
    textOf(object, 'apiVersion') !== 'apps/v1' ||
    !isObject(spec)
  ) {
    return false;
  }
  const containers = valueAt(spec, ['template', 'spec', 'containers']);
  const hasImage =
    isList(containers) && containers.some((container) => fieldOf(container, 'image') !== undefined);
  return fieldOf(spec, 'selector') === undefined && !hasImage;
}
