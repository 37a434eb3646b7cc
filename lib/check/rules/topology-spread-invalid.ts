import { REFUSALS } from '../../errors/refusals';
import type { FieldPath } from '../../manifests/field-path';
import { fieldAt, itemsAt, type Located, repeatedBy } from '../../manifests/field-value';
import { fieldOf, isList, isObject, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { minDomainsProblem, spreadCountProblem } from '../../kubernetes/pod-rules';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

export const topologySpreadInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'TOPOLOGY_SPREAD_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.TOPOLOGY_SPREAD_INVALID.rule,
  fix: 'give whole numbers from 1, minDomains with DoNotSchedule only, each topology once, and matchLabelKeys only with a selector that does not have these keys',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      set.typed
        .ofType('PodSpec')
        .map((pod) => itemsAt(pod, 'topologySpreadConstraints'))
        .filter((constraints) => constraints.length > 0),
      (constraints) => [
        ...constraints.flatMap((constraint) => [...numberFaults(constraint), ...labelKeyFaults(constraint)]),
        ...repeatedBy(constraints, ({ value }) =>
          JSON.stringify([textOf(value, 'topologyKey'), textOf(value, 'whenUnsatisfiable')]),
        ).map(({ path }): Fault => ({ path, problem: 'has the same topology as another constraint' })),
      ],
    ),
};

function numberFaults(constraint: Located<JsonObject>): readonly Fault[] {
  const { path, value } = constraint;
  const skew = fieldOf(value, 'maxSkew') ?? 0;
  const domains = fieldAt(constraint, 'minDomains');
  const isHard = textOf(value, 'whenUnsatisfiable') === 'DoNotSchedule';
  return [
    ...countFaults([...path, 'maxSkew'], skew),
    ...(domains === undefined
      ? []
      : [
          ...countFaults(domains.path, domains.value),
          ...faultAt(domains.path, minDomainsProblem(isHard), domains.value),
        ]),
  ];
}

/** What is no number, or no whole one, can not be decoded. */
function countFaults(path: FieldPath, count: JsonValue): readonly Fault[] {
  return Number.isInteger(count) ? faultAt(path, spreadCountProblem(Number(count)), count) : [];
}

function labelKeyFaults(constraint: Located<JsonObject>): readonly Fault[] {
  const keys = fieldAt(constraint, 'matchLabelKeys');
  if (keys === undefined || !isList(keys.value) || keys.value.length === 0) {
    return [];
  }
  const selector = fieldOf(constraint.value, 'labelSelector');
  if (!isObject(selector)) {
    return [{ path: keys.path, problem: 'must not be given without labelSelector' }];
  }
  const labels = fieldOf(selector, 'matchLabels');
  const selected = [
    ...Object.keys(isObject(labels) ? labels : {}),
    ...itemsAt({ path: [], value: selector }, 'matchExpressions').map(({ value }) => textOf(value, 'key')),
  ];
  return keys.value.flatMap((key, index): Fault[] =>
    typeof key === 'string' && selected.includes(key)
      ? [{ path: [...keys.path, index], problem: 'is also in the selector', value: key }]
      : [],
  );
}
