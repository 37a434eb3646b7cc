import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const servicePortNameMissing: Rule<JudgedKind.SERVICE> = {
  code: 'SERVICE_PORT_NAME_MISSING',
  severity: Severity.ERROR,
  title: 'each port of a Service with several ports has a name',
  why: 'the API server rejects unnamed ports where there are several',
  fix: 'name each port',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.SERVICE],
  check: (service) => {
    const ports = service.ports;
    return ports.length < 2
      ? NOT_APPLICABLE
      : ports
          .filter(({ value }) => (textOf(value, 'name') ?? '') === '')
          .map(({ path }): Fault => ({
            path: [...path, 'name'],
            problem: 'must be given where there are several ports',
          }));
  },
};
