import { type Located, repeatedBy } from '../../manifests/field-value';
import { fieldOf, type JsonObject } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { protocolOf } from '../../manifests/views/service-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const servicePortTaken: Rule<JudgedKind.SERVICE> = {
  code: 'SERVICE_PORT_TAKEN',
  severity: Severity.ERROR,
  title: 'a Service has each port number at most once for each protocol',
  fix: 'remove one of them, or give it another number or protocol',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.SERVICE],
  check: (service) => {
    const ports = service.ports;
    if (ports.length < 2) {
      return NOT_APPLICABLE;
    }
    return [...taken(ports, 'port'), ...taken(ports, 'nodePort')];
  },
};

function taken(ports: readonly Located<JsonObject>[], field: string): readonly Fault[] {
  const given = ports.filter(({ value }) => (fieldOf(value, field) ?? 0) !== 0);
  return repeatedBy(given, (port) => JSON.stringify([protocolOf(port), fieldOf(port.value, field) ?? 0])).map(
    ({ path, value }) => ({
      path: [...path, field],
      problem: 'is also the number of another port',
      value: fieldOf(value, field),
    }),
  );
}
