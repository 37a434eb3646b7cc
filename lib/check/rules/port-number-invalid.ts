import { REFUSALS } from '../../errors/refusals';
import { fieldOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { portNumberProblem } from '../../kubernetes/port-number';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

/** The fields that hold the number of a port. Zero stands for none where a port may be left out. */
const PORTS: readonly (readonly [type: string, field: string, isOptional: boolean])[] = [
  ['ContainerPort', 'containerPort', false],
  ['ContainerPort', 'hostPort', true],
  ['GRPCAction', 'port', false],
  ['HTTPGetAction', 'port', false],
  ['ServicePort', 'nodePort', true],
  ['ServicePort', 'port', false],
  ['ServicePort', 'targetPort', true],
  ['TCPSocketAction', 'port', false],
];

export const portNumberInvalid: Rule<JudgedKind.STATEFUL_SET | JudgedKind.SERVICE> = {
  code: 'PORT_NUMBER_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.PORT_NUMBER_INVALID.rule,
  why: 'no process can listen on any other port',
  fix: REFUSALS.PORT_NUMBER_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.SERVICE],
  check: (object) =>
    judgeEach(
      PORTS.flatMap(([type, field, isOptional]) =>
        object.typed.ofType(type).map(({ path, value }) => ({
          path: [...path, field],
          port: fieldOf(value, field) ?? 0,
          isOptional,
        })),
      ),
      ({ path, port, isOptional }) => {
        if (typeof port !== 'number' || (port === 0 && isOptional)) {
          return [];
        }
        return faultAt(path, portNumberProblem(port), port);
      },
    ),
};
