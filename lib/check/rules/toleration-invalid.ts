import { fieldAt, type Located } from '../../manifests/field-value';
import { type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { labelValueProblem } from '../../kubernetes/name-rules';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

export const tolerationInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'TOLERATION_INVALID',
  severity: Severity.ERROR,
  title: 'the fields of a toleration do not contradict each other',
  fix: 'give a value with Equal and none with Exists, a key unless the operator is Exists, and tolerationSeconds with NoExecute only',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => judgeEach(set.typed.ofType('Toleration'), tolerationFaults),
};

function tolerationFaults(toleration: Located<JsonObject>): readonly Fault[] {
  const { path, value } = toleration;
  const text = textOf(value, 'value') ?? '';
  const exists = textOf(value, 'operator') === 'Exists';
  const seconds = fieldAt(toleration, 'tolerationSeconds');
  return [
    ...faultAt(
      [...path, 'operator'],
      (textOf(value, 'key') ?? '') === '' && !exists ? 'must be Exists where there is no key' : undefined,
    ),
    ...faultAt(
      [...path, 'value'],
      exists && text !== '' ? 'must not be given with Exists' : exists ? undefined : labelValueProblem(text),
      text,
    ),
    ...faultAt(
      seconds?.path ?? path,
      seconds !== undefined && textOf(value, 'effect') !== 'NoExecute'
        ? 'must not be given without the effect NoExecute'
        : undefined,
    ),
  ];
}
