import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { leastOneProblem } from '../../kubernetes/int-or-percent';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { honoursMaxUnavailable } from '../../kubernetes/releases';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const maxUnavailableInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'MAX_UNAVAILABLE_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.MAX_UNAVAILABLE_INVALID.rule,
  why: 'a rolling update that may make no pod unavailable cannot replace any',
  fix: REFUSALS.MAX_UNAVAILABLE_INVALID.fix,
  refusedSince: KubernetesVersion.V1_37,
  // Others drop the field before they judge it: max-unavailable-dropped says so.
  since: KubernetesVersion.V1_35,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { release }) => {
    const found = honoursMaxUnavailable(release) ? set.written(SET_PATHS.maxUnavailable) : undefined;
    return typeof found?.value === 'number' || typeof found?.value === 'string'
      ? faultAt(found.path, leastOneProblem(found.value), found.value)
      : NOT_APPLICABLE;
  },
};
