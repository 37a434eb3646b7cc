import { REFUSALS } from '../../errors/refusals';
import { type Located } from '../../manifests/field-value';
import { isObject, type JsonValue } from '../../manifests/json';
import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { labelKeyProblem, labelValueProblem } from '../../kubernetes/name-rules';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

/** The fields that hold labels: keys and values. */
const LABELS: readonly (readonly [type: string, field: string])[] = [
  ['ObjectMeta', 'labels'],
  ['LabelSelector', 'matchLabels'],
  ['ServiceSpec', 'selector'],
  ['PodSpec', 'nodeSelector'],
];

export const labelInvalid: Rule = {
  code: 'LABEL_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.LABEL_INVALID.rule,
  why: 'the API server rejects the object; the labels of a claim template are checked only when the claim is created',
  fix: REFUSALS.LABEL_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object) =>
    judgeEach(
      LABELS.flatMap(([type, field]) => object.typed.valuesOf(type, field)).filter(
        // The API server does not judge what metrics are selected by.
        ({ path }) => !path.includes('metrics'),
      ),
      labelFaults,
    ),
};

function labelFaults({ path, value: labels }: Located): readonly Fault[] {
  return Object.entries(isObject(labels) ? labels : {}).flatMap(([key, value]) => {
    const problem = labelKeyProblem(key);
    return [
      ...(problem === undefined ? [] : [{ path: [...path, key], problem: `has a key that ${problem}` }]),
      ...valueFaults([...path, key], value),
    ];
  });
}

function valueFaults(path: Located['path'], value: JsonValue): readonly Fault[] {
  const problem = typeof value === 'string' ? labelValueProblem(value) : undefined;
  return problem === undefined ? [] : [{ path, problem, value }];
}
