import { setsSelectedBy } from '../../manifests/coverage';
import { JudgedKind } from '../../manifests/facts';
import { textOf } from '../../manifests/json';
import { itemsAt } from '../../manifests/field-value';
import { type Manifest, namesText } from '../../manifests/manifest';
import { onceFor } from '../../manifests/once-for';
import { servicePortsOf } from '../../manifests/service';
import { containersAt, POD_SPEC } from '../../manifests/stateful-set';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const targetPortUnresolved: Rule = {
  code: 'TARGET_PORT_UNRESOLVED',
  severity: Severity.WARNING,
  title: 'a targetPort that is a name is the name of a container port of the pods',
  why: 'a Service has no endpoints for a port that its pods do not have',
  fix: 'correct the name, or give that name to a port of the container',
  kinds: [JudgedKind.SERVICE],
  check: (service, { facts }) => {
    const named = servicePortsOf(service).flatMap(({ path, value }) => {
      const name = textOf(value, 'targetPort') ?? '';
      return name === '' ? [] : [{ path: [...path, 'targetPort'], name }];
    });
    const sets = named.length === 0 ? [] : setsSelectedBy(service, facts);
    if (sets.length === 0) {
      return NOT_APPLICABLE;
    }
    return named
      .filter(({ name }) => !portNamesAmong(sets).has(name))
      .map(({ path, name }): Fault => ({
        path,
        problem: `names no port of the pods of ${namesText(sets)}`,
        value: name,
      }));
  },
};

const portNamesAmong = onceFor(
  (sets: readonly Manifest[]): ReadonlySet<string> => new Set(sets.flatMap(portNamesOf)),
);

function portNamesOf({ content }: Manifest): readonly string[] {
  return containersAt(content, POD_SPEC).flatMap((container) =>
    itemsAt(container, 'ports').flatMap(({ value }) => textOf(value, 'name') ?? []),
  );
}
