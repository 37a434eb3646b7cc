import { fieldOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const targetPortIgnored: Rule<JudgedKind.SERVICE> = {
  code: 'TARGET_PORT_IGNORED',
  severity: Severity.WARNING,
  title: 'a headless Service lists the ports that its pods listen on',
  why: 'clients of a headless Service connect to the pods themselves, so port is not translated to targetPort',
  fix: 'set port to the port of the container, or add a Service that is not headless',
  kinds: [JudgedKind.SERVICE],
  check: (service) => {
    const ports = service.ports;
    if (!service.isHeadless || ports.length === 0) {
      return NOT_APPLICABLE;
    }
    return ports.flatMap(({ path, value }): Fault[] => {
      const [port, target] = [fieldOf(value, 'port'), fieldOf(value, 'targetPort')];
      return typeof target === 'number' && target !== 0 && typeof port === 'number' && target !== port
        ? [
            {
              path: [...path, 'targetPort'],
              problem: `has no effect in a headless Service: clients connect to port ${port} of the pods`,
              value: target,
            },
          ]
        : [];
    });
  },
};
