import { fieldOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const sleepInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SLEEP_INVALID',
  severity: Severity.ERROR,
  title: 'a hook sleeps no longer than the termination grace period of the pod',
  fix: 'shorten the sleep, or raise terminationGracePeriodSeconds',
  since: KubernetesVersion.V1_30,
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) => {
    const most = set.gracePeriod;
    const least = isAtLeast(version, KubernetesVersion.V1_33) ? 0 : 1;
    return judgeEach(set.typed.ofType('SleepAction'), ({ path, value }) => {
      const seconds = fieldOf(value, 'seconds') ?? 0;
      if (typeof seconds !== 'number') {
        return [];
      }
      const isRight = seconds >= least && seconds <= most;
      return faultAt(
        [...path, 'seconds'],
        isRight ? undefined : `must be between ${least} and ${most}`,
        seconds,
      );
    });
  },
};
