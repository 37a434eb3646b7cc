import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const volumeShadowed: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'VOLUME_SHADOWED',
  severity: Severity.WARNING,
  title: 'no claim template has the name of a volume',
  why: 'the claim silently replaces the volume: the containers see other content',
  fix: 'remove the volume, or rename one of them',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const volumes = set.typed.ofType('Volume');
    const names = new Set(set.claimTemplates.map(({ name }) => name));
    if (volumes.length === 0 || names.size === 0) {
      return NOT_APPLICABLE;
    }
    return volumes
      .map(({ path, value }) => ({ path: [...path, 'name'], name: textOf(value, 'name') ?? '' }))
      .filter(({ name }) => name !== '' && names.has(name))
      .map(({ path, name }): Fault => ({
        path,
        problem: 'is replaced by the claim template of the same name',
        value: name,
      }));
  },
};
