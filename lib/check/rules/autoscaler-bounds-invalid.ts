import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const autoscalerBoundsInvalid: Rule<JudgedKind.AUTOSCALER> = {
  code: 'AUTOSCALER_BOUNDS_INVALID',
  severity: Severity.ERROR,
  title: 'an autoscaler keeps at least one pod, and minReplicas is not above maxReplicas',
  fix: 'set maxReplicas, and minReplicas between 1 and maxReplicas',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.AUTOSCALER],
  check: (autoscaler, { version }) => {
    if (autoscaler.written(['spec']) === undefined) {
      return NOT_APPLICABLE;
    }
    const isMostGiven = autoscaler.written(['spec', 'maxReplicas']) !== undefined;
    // A number of another type is refused while the manifest is decoded.
    const least = autoscaler.minReplicas ?? 1;
    const most = autoscaler.maxReplicas ?? (isMostGiven ? 1 : 0);
    // Since 1.37 an autoscaler of outside metrics may go down to no pod.
    const mayBeNone =
      version === KubernetesVersion.V1_37 &&
      autoscaler
        .writtenObjects(['spec', 'metrics'])
        .some(({ value }) => ['Object', 'External'].includes(textOf(value, 'type') ?? ''));
    return [
      ...(least < (mayBeNone ? 0 : 1) ? [fault('minReplicas', 'must be 1 or more', least)] : []),
      ...(most < 1 ? [fault('maxReplicas', 'must be 1 or more', most)] : []),
      ...(most >= 1 && most < least
        ? [fault('maxReplicas', `must not be less than the minReplicas of ${least}`, most)]
        : []),
    ];
  },
};

function fault(field: string, problem: string, value: number): Fault {
  return { path: ['spec', field], problem, value };
}
