import { valueAt } from '../../manifests/field-path';
import { fieldOf, type JsonObject, textOf } from '../../manifests/json';
import { callOf, type Expression, list, literal, mappingOf, newOf } from '../code/expression';
import { given } from '../code/values';
import { countOf, objectsOf } from '../fields';
import { type Target } from '../target/target';
import { type BesideCode, type ServedSet } from './beside-code';
import { metadataOf } from './config-map';

/** Whether an autoscaler is one of `autoscaling/v2` for a set, whose manifest then says no number of pods. */
export function isAutoscalerOf({ kind, namespace, short }: Target, set: Target): boolean {
  const scaled = valueAt(short, ['spec', 'scaleTargetRef']);
  return (
    kind === 'HorizontalPodAutoscaler' &&
    textOf(short, 'apiVersion') === 'autoscaling/v2' &&
    namespace === set.namespace &&
    textOf(scaled, 'kind') === 'StatefulSet' &&
    textOf(scaled, 'name') === set.name &&
    valueAt(set.wanted, ['spec', 'replicas']) === undefined
  );
}

/** The autoscaler of a set; undefined where it is for another one, or watches what no metric of cdk8s-plus-28 does. */
export function autoscaler(scaler: Target, { target, set }: ServedSet): BesideCode | undefined {
  const spec = fieldOf(scaler.short, 'spec');
  const metrics = objectsOf(spec, 'metrics').map(metricOf);
  const most = countOf(spec, 'maxReplicas');
  if (!isAutoscalerOf(scaler, target) || most === undefined || metrics.includes(undefined)) {
    return undefined;
  }
  const known = metrics.filter((metric) => metric !== undefined);
  const props = mappingOf(
    {
      metadata: metadataOf(scaler.short, undefined),
      target: set,
      minReplicas: given(countOf(spec, 'minReplicas')),
      maxReplicas: literal(most),
      metrics: known.length > 0 ? list(known) : undefined,
    },
    { isExpanded: true },
  );
  const id = 'Autoscaler';
  return { value: newOf('HorizontalPodAutoscaler', set, literal(id), props), id, noun: 'autoscaler' };
}

const RESOURCES: Readonly<Partial<Record<string, string>>> = { cpu: 'resourceCpu', memory: 'resourceMemory' };

function metricOf(metric: JsonObject): Expression | undefined {
  const resource = fieldOf(metric, 'resource');
  const method = RESOURCES[textOf(resource, 'name') ?? ''];
  const percent = countOf(fieldOf(resource, 'target'), 'averageUtilization');
  return method === undefined || percent === undefined
    ? undefined
    : callOf('Metric', method, callOf('MetricTarget', 'averageUtilization', literal(percent)));
}
