import { fieldAt, type Located } from '../../manifests/field-value';
import { fieldOf, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { nanoOf } from '../../kubernetes/quantity';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

/** The field of each type of metric, and the values of its target: one of them, and of some types only one. */
const METRICS: Readonly<
  Partial<
    Record<string, { readonly field: string; readonly targets: readonly string[]; readonly isOne: boolean }>
  >
> = {
  ContainerResource: {
    field: 'containerResource',
    targets: ['averageUtilization', 'averageValue'],
    isOne: true,
  },
  External: { field: 'external', targets: ['value', 'averageValue'], isOne: true },
  Object: { field: 'object', targets: ['value', 'averageValue'], isOne: false },
  Pods: { field: 'pods', targets: ['averageValue'], isOne: false },
  Resource: { field: 'resource', targets: ['averageUtilization', 'averageValue'], isOne: true },
};
const FIELDS = ['containerResource', 'external', 'object', 'pods', 'resource'];

export const autoscalerMetricInvalid: Rule<JudgedKind.AUTOSCALER> = {
  code: 'AUTOSCALER_METRIC_INVALID',
  severity: Severity.ERROR,
  title: 'a metric has the field and the target that belong to its type',
  fix: 'set the field named after the type, and one target amount above zero',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.AUTOSCALER],
  check: (autoscaler) => judgeEach(autoscaler.typed.ofType('MetricSpec'), metricFaults),
};

function metricFaults(metric: Located<JsonObject>): readonly Fault[] {
  const type = textOf(metric.value, 'type') ?? '';
  const form = METRICS[type];
  if (form === undefined) {
    // Another type is no allowed value.
    return [];
  }
  const source = fieldAt(metric, form.field);
  const others = FIELDS.filter((field) => field !== form.field && fieldOf(metric.value, field) !== undefined);
  return [
    ...faultAt(
      [...metric.path, form.field],
      source === undefined ? `must be given for the type ${type}` : undefined,
    ),
    ...others.map((field) => ({
      path: [...metric.path, field],
      problem: `must not be given for the type ${type}`,
    })),
    ...(source === undefined ? [] : targetFaults(source, form.targets, form.isOne)),
  ];
}

function targetFaults(
  { path, value }: Located,
  targets: readonly string[],
  isOne: boolean,
): readonly Fault[] {
  const target = fieldOf(value, 'target');
  if (target === undefined) {
    return [];
  }
  const at = [...path, 'target'];
  const given = targets.filter((field) => fieldOf(target, field) !== undefined);
  const amounts = ['value', 'averageValue'].flatMap((field) => {
    const amount = fieldOf(target, field);
    return amount === undefined ? [] : [{ path: [...at, field], amount }];
  });
  return [
    ...faultAt(
      at,
      given.length === 0
        ? `must have ${targets.join(' or ')}`
        : given.length > 1 && isOne
          ? `must not have both ${given.join(' and ')}`
          : undefined,
    ),
    ...amounts.flatMap(({ path: amountPath, amount }) =>
      faultAt(amountPath, (nanoOf(amount) ?? 1n) <= 0n ? 'must be greater than zero' : undefined, amount),
    ),
  ];
}
