import { REFUSALS } from '../../errors/refusals';
import { itemsAt, type Located, repeatedBy } from '../../manifests/field-value';
import { type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

export const portNameTaken: Rule<JudgedKind.STATEFUL_SET | JudgedKind.SERVICE> = {
  code: 'PORT_NAME_TAKEN',
  severity: Severity.ERROR,
  title: 'the ports of a Service have different names, and so have the ports of a container',
  why: 'where two ports have the same name, the name does not say which port is meant',
  fix: REFUSALS.PORT_NAME_TAKEN.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.SERVICE],
  check: (object) =>
    judgeEach(
      object.typed
        .ofType('ServiceSpec', 'Container')
        .map((owner) => itemsAt(owner, 'ports'))
        .filter((ports) => ports.length > 1),
      (ports) =>
        repeatedBy(ports.filter(hasName), ({ value }) => textOf(value, 'name')).map(
          ({ path, value }): Fault => ({
            path: [...path, 'name'],
            problem: 'is also the name of another port',
            value: textOf(value, 'name'),
          }),
        ),
    ),
};

function hasName({ value }: Located<JsonObject>): boolean {
  return (textOf(value, 'name') ?? '') !== '';
}
