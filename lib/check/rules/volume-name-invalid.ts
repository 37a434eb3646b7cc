import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsLabelProblem } from '../../kubernetes/name-rules';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const volumeNameInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'VOLUME_NAME_INVALID',
  severity: Severity.ERROR,
  title: 'the name of a volume is a DNS label',
  fix: "use lower case letters, digits and '-'",
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(set.typed.ofType('Volume'), ({ path, value }) => {
      const name = textOf(value, 'name') ?? '';
      return name === ''
        ? [{ path: [...path, 'name'], problem: 'must be given' }]
        : faultAt([...path, 'name'], dnsLabelProblem(name), name);
    }),
};
