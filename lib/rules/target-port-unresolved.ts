import { setsSelectedBy } from '../facts/coverage';
import { JudgedKind } from '../facts/facts';
import { textOf } from '../facts/json';
import { type Manifest, namesText } from '../facts/manifest';
import { servicePortsOf } from '../facts/service';
import { valuesOfField } from '../facts/typed-objects';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from './rule';

export const targetPortUnresolved: Rule = {
  code: 'TARGET_PORT_UNRESOLVED',
  severity: Severity.WARNING,
  title: 'a target port that is a name is the name of a port of the pods',
  why: 'a Service has no endpoints for a port that its pods do not have',
  fix: 'correct the name, or name the port of the container so',
  kinds: [JudgedKind.SERVICE],
  check: (service, { facts, version }) => {
    const named = servicePortsOf(service).flatMap(({ path, value }) => {
      const name = textOf(value, 'targetPort') ?? '';
      return name === '' ? [] : [{ path: [...path, 'targetPort'], name }];
    });
    const sets = named.length === 0 ? [] : setsSelectedBy(service, facts);
    if (sets.length === 0) {
      return NOT_APPLICABLE;
    }
    const hasPort = (set: Manifest, name: string): boolean =>
      valuesOfField(set, version, 'ContainerPort', 'name').some(({ value }) => value === name);
    return named
      .filter(({ name }) => !sets.some((set) => hasPort(set, name)))
      .map(({ path, name }): Fault => ({
        path,
        problem: `names no port of the pods of ${namesText(sets)}`,
        value: name,
      }));
  },
};
