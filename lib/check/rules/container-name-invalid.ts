import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { textOf } from '../../manifests/json';
import { containersAt, POD_SPEC } from '../../manifests/stateful-set';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsLabelProblem } from '../../kubernetes/name-rules';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const containerNameInvalid: Rule = {
  code: 'CONTAINER_NAME_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.CONTAINER_NAME_INVALID.rule,
  fix: REFUSALS.CONTAINER_NAME_INVALID.fix,
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) =>
    judgeEach(containersAt(content, POD_SPEC), ({ path, value }) => {
      const name = textOf(value, 'name') ?? '';
      return name === ''
        ? [{ path: [...path, 'name'], problem: 'must be given' }]
        : faultAt([...path, 'name'], dnsLabelProblem(name), name);
    }),
};
