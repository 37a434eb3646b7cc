import { namedHandlerPorts } from '../../manifests/handler-ports';
import { JudgedKind } from '../../manifests/judged-kind';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const probePortUnresolved: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'PROBE_PORT_UNRESOLVED',
  severity: Severity.ERROR,
  title: 'a readiness or startup probe, or a postStart hook, names a port of its own container',
  why: 'the API server accepts the set, but the pod never becomes ready: the kubelet cannot resolve the port',
  fix: 'correct the name, give that name to a port of the container, or write the port number',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      namedHandlerPorts(set, ['readinessProbe', 'startupProbe', 'lifecycle.postStart']),
      ({ path, value, isThere }) =>
        faultAt(path, isThere ? undefined : 'names no port of its container', value),
    ),
};
