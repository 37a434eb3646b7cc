import { JudgedKind } from '../../manifests/facts';
import { fieldOf } from '../../manifests/json';
import { isHeadless, servicePortsOf } from '../../manifests/service';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const targetPortIgnored: Rule = {
  code: 'TARGET_PORT_IGNORED',
  severity: Severity.WARNING,
  title: 'a headless Service has the ports that its pods listen on',
  why: 'clients connect to the pods themselves, at the port that they know: nothing leads port to targetPort',
  fix: 'write the port of the container as port, or put a Service with an address beside it',
  kinds: [JudgedKind.SERVICE],
  check: (service) => {
    const ports = servicePortsOf(service);
    if (!isHeadless(service) || ports.length === 0) {
      return NOT_APPLICABLE;
    }
    return ports.flatMap(({ path, value }): Fault[] => {
      const [port, target] = [fieldOf(value, 'port'), fieldOf(value, 'targetPort')];
      return typeof target === 'number' && target !== 0 && typeof port === 'number' && target !== port
        ? [
            {
              path: [...path, 'targetPort'],
              problem: `is not where ${port} leads in a headless Service`,
              value: target,
            },
          ]
        : [];
    });
  },
};
