import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { POD_SPEC } from '../../manifests/stateful-set';
import { objectsOfType } from '../../manifests/typed-objects';
import { fieldOf } from '../../manifests/json';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

const DEFAULT_GRACE_PERIOD = 30;

export const sleepInvalid: Rule = {
  code: 'SLEEP_INVALID',
  severity: Severity.ERROR,
  title: 'a hook sleeps no longer than the termination grace period of the pod',
  fix: 'shorten the sleep, or raise terminationGracePeriodSeconds',
  since: KubernetesVersion.V1_30,
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) => {
    const period = located(set.content, [...POD_SPEC, 'terminationGracePeriodSeconds'])?.value;
    const most = typeof period === 'number' ? period : DEFAULT_GRACE_PERIOD;
    const least = isAtLeast(version, KubernetesVersion.V1_33) ? 0 : 1;
    return judgeEach(objectsOfType(set, version, 'SleepAction'), ({ path, value }) => {
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
