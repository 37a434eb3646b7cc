import { fieldOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'];

export const handlerAmbiguous: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'HANDLER_AMBIGUOUS',
  severity: Severity.ERROR,
  title: 'each probe and each hook has exactly one handler',
  fix: 'give exactly one of exec, httpGet, tcpSocket, grpc (probes) or sleep (hooks)',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(set.typed.ofType('Probe', 'LifecycleHandler'), ({ path, value }) => {
      const given = HANDLERS.filter((handler) => fieldOf(value, handler) !== undefined);
      return faultAt(
        path,
        given.length === 0
          ? 'must have a handler'
          : given.length > 1
            ? `must not have both ${given.join(' and ')}`
            : undefined,
      );
    }),
};
