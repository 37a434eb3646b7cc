import { valueAt } from '../../manifests/field-path';
import { fieldOf, isList, isObject, textOf, type JsonObject, type JsonValue } from '../../manifests/json';

/** An object before and after, in the words of one version of its API. */
export interface InOneVersion {
  readonly old: JsonObject;
  readonly wanted: JsonObject;
}

/**
 * Two versions of an API may write one object in different words: then nothing could be compared. Where one side is an
 * autoscaler of `autoscaling/v1`, it is put into the words of `autoscaling/v2`; all other kinds that are judged have
 * the same words in all their versions.
 */
export function inOneVersion(old: JsonObject, wanted: JsonObject): InOneVersion {
  const [isOldPlain, isNewPlain] = [old, wanted].map(isPlainAutoscaler);
  if (isOldPlain === isNewPlain) {
    return { old, wanted };
  }
  return isOldPlain ? { old: inV2(old, {}), wanted } : { old, wanted: inV2(wanted, old) };
}

function isPlainAutoscaler(object: JsonObject): boolean {
  return (
    textOf(object, 'apiVersion') === 'autoscaling/v1' && textOf(object, 'kind') === 'HorizontalPodAutoscaler'
  );
}

/** The autoscaler in `autoscaling/v2`. What `autoscaling/v1` has no words for stays as it is in the stored object. */
function inV2(object: JsonObject, stored: JsonObject): JsonObject {
  const spec = fieldOf(object, 'spec');
  if (!isObject(spec)) {
    return object;
  }
  const { targetCPUUtilizationPercentage: target = null, ...rest } = spec;
  const [metrics, behavior] = ['metrics', 'behavior'].map((field) => valueAt(stored, ['spec', field]));
  const kept = isList(metrics) ? metrics : [];
  return {
    ...object,
    apiVersion: 'autoscaling/v2',
    spec: {
      ...rest,
      metrics: target === null && kept.length > 0 ? kept : withTarget(kept, target ?? 80),
      ...(behavior === undefined ? {} : { behavior }),
    },
  };
}

/** The metrics with the one target of `autoscaling/v1`, in its place. */
function withTarget(metrics: readonly JsonValue[], averageUtilization: JsonValue): readonly JsonValue[] {
  const target: JsonObject = {
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
  };
  return metrics.some(isCpuUtilization)
    ? metrics.map((metric) => (isCpuUtilization(metric) ? target : metric))
    : [...metrics, target];
}

function isCpuUtilization(metric: JsonValue): boolean {
  const [name, type] = [['name'], ['target', 'type']].map((path) => valueAt(metric, ['resource', ...path]));
  return name === 'cpu' && type === 'Utilization';
}
