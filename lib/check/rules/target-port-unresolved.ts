import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const targetPortUnresolved: Rule<JudgedKind.SERVICE> = {
  code: 'TARGET_PORT_UNRESOLVED',
  severity: Severity.WARNING,
  title: 'a targetPort that is a name is the name of a container port of the pods',
  why: 'a Service has no endpoints for a port that its pods do not have',
  fix: 'correct the name, or give that name to a port of the container',
  kinds: [JudgedKind.SERVICE],
  check: (service, { coverage }) => {
    const named = service.ports.flatMap(({ path, value }) => {
      const name = textOf(value, 'targetPort') ?? '';
      return name === '' ? [] : [{ path: [...path, 'targetPort'], name }];
    });
    const sets = named.length === 0 ? undefined : coverage.setsSelectedBy(service);
    if (sets?.first === undefined) {
      return NOT_APPLICABLE;
    }
    return named
      .filter(({ name }) => !sets.portNames.has(name))
      .map(({ path, name }): Fault => ({
        path,
        problem: `names no port of the pods of ${sets.namesText}`,
        value: name,
      }));
  },
};
