import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { textOf, type JsonObject } from '../json';
import { withoutAbsentValues } from './absent-values';
import { filledIn } from './default-rule';
import { droppedFieldsOf, without } from './dropped-fields';
import { defaultTreeOf } from './kind-defaults';

/** What the API server sets by itself, whatever a manifest says. */
const OVERWRITTEN = ['spec.volumeClaimTemplates.*.apiVersion', 'spec.volumeClaimTemplates.*.kind'];

/**
 * The object as the API server of this version stores it: absent values and dropped fields gone, defaults filled in.
 * What a cluster allocates (addresses, node ports) stays as it is. The given object is not changed.
 */
export function defaulted(object: JsonObject, version: KubernetesVersion): JsonObject {
  const [apiVersion, kind] = [textOf(object, 'apiVersion') ?? '', textOf(object, 'kind') ?? ''];
  const dropped = [...droppedFieldsOf(kind, version).map(({ path }) => path), ...OVERWRITTEN];
  const kept = dropped.reduce((stored, path) => without(stored, path), withoutAbsentValues(object));
  return filledIn(kept, defaultTreeOf(apiVersion, kind, version));
}
