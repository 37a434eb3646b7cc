import { fieldAt, type Located } from '../../manifests/field-value';
import { type JsonObject } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

export const probeInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'PROBE_INVALID',
  severity: Severity.ERROR,
  title:
    'liveness and startup probes have a successThreshold of 1, and readiness probes have no terminationGracePeriodSeconds',
  fix: 'remove the field',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => judgeEach(set.typed.ofType('Probe'), probeFaults),
};

function probeFaults(probe: Located<JsonObject>): readonly Fault[] {
  if (probe.path.at(-1) === 'readinessProbe') {
    const period = fieldAt(probe, 'terminationGracePeriodSeconds');
    return period === undefined ? [] : [{ path: period.path, problem: 'must not be given for readiness' }];
  }
  const threshold = fieldAt(probe, 'successThreshold');
  // Zero gets the default, and less is out of range.
  return typeof threshold?.value === 'number' && threshold.value > 1
    ? [{ path: threshold.path, problem: 'must be 1', value: threshold.value }]
    : [];
}
