import { namedHandlerPorts } from '../../manifests/handler-ports';
import { JudgedKind } from '../../manifests/judged-kind';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const livenessPortUnresolved: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'LIVENESS_PORT_UNRESOLVED',
  severity: Severity.WARNING,
  title: 'a liveness probe or a preStop hook names a port of its own container',
  why: 'the kubelet cannot resolve the port: the probe never restarts the container, and the hook does nothing',
  fix: 'correct the name, give that name to a port of the container, or write the port number',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(namedHandlerPorts(set, ['livenessProbe', 'lifecycle.preStop']), ({ path, value, isThere }) =>
      faultAt(path, isThere ? undefined : 'names no port of its container', value),
    ),
};
