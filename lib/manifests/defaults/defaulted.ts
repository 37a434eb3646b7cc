import type { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { valueAt } from '../field-path';
import { fieldOf, textOf, type JsonObject } from '../json';
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
  return filledIn(adapted(kept, kind), defaultTreeOf(apiVersion, kind, version));
}

/** The object without what the API server takes for absent, or overwrites, because of other fields or its kind. */
function adapted(object: JsonObject, kind: string): JsonObject {
  if (kind === 'StatefulSet') {
    const pod = valueAt(object, ['spec', 'template', 'spec']);
    return fieldOf(pod, 'serviceAccountName') === undefined
      ? object
      : without(object, 'spec.template.spec.serviceAccount');
  }
  return kind === 'Service' ? adaptedService(object) : object;
}

function adaptedService(object: JsonObject): JsonObject {
  const affinity = textOf(fieldOf(object, 'spec'), 'sessionAffinity');
  return affinity === 'ClientIP' ? object : without(object, 'spec.sessionAffinityConfig');
}
