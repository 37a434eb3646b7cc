import { REFUSALS } from '../../errors/refusals';
import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsLabelProblem } from '../../kubernetes/name-rules';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const containerNameInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'CONTAINER_NAME_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.CONTAINER_NAME_INVALID.rule,
  fix: REFUSALS.CONTAINER_NAME_INVALID.fix,
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(set.containers, ({ path, value }) => {
      const name = textOf(value, 'name') ?? '';
      return name === ''
        ? [{ path: [...path, 'name'], problem: 'must be given' }]
        : faultAt([...path, 'name'], dnsLabelProblem(name), name);
    }),
};
