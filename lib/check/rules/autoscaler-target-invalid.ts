import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const autoscalerTargetInvalid: Rule<JudgedKind.AUTOSCALER> = {
  code: 'AUTOSCALER_TARGET_INVALID',
  severity: Severity.ERROR,
  title: 'an autoscaler names the API group of what it scales',
  why: 'without the API group apps the autoscaler finds no StatefulSet and never scales it',
  fix: 'write apiVersion: apps/v1',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.AUTOSCALER],
  check: (autoscaler, { version }) => {
    const target = autoscaler.written(['spec', 'scaleTargetRef']);
    const kind = textOf(target?.value, 'kind');
    const isJudged = kind === 'StatefulSet' || isAtLeast(version, KubernetesVersion.V1_34);
    if (target === undefined || kind === undefined || kind === 'ReplicationController' || !isJudged) {
      return NOT_APPLICABLE;
    }
    const given = textOf(target.value, 'apiVersion') ?? '';
    // Other groups may have a StatefulSet of their own.
    return given.indexOf('/') > 0
      ? []
      : [
          {
            path: [...target.path, 'apiVersion'],
            problem: kind === 'StatefulSet' ? 'must be apps/v1' : 'must name an API group',
            value: given,
            ...(kind === 'StatefulSet' ? {} : { fix: `write the group and version of ${kind}` }),
          },
        ];
  },
};
