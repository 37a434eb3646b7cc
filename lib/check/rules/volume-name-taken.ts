import { REFUSALS } from '../../errors/refusals';
import { repeatedBy } from '../../manifests/field-value';
import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const volumeNameTaken: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'VOLUME_NAME_TAKEN',
  severity: Severity.ERROR,
  title: REFUSALS.VOLUME_NAME_TAKEN.rule,
  why: 'the API server rejects a pod with two volumes of the same name; of two claim templates of the same name only one is used',
  fix: REFUSALS.VOLUME_NAME_TAKEN.fix,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const volumes = set.typed.ofType('Volume');
    const templates = set.claimTemplates;
    if (volumes.length + templates.length < 2) {
      return NOT_APPLICABLE;
    }
    // A claim template of the name of a volume replaces it: volume-shadowed says so.
    return [
      ...repeatedBy(volumes, ({ value }) => textOf(value, 'name')).map((volume): Fault => ({
        path: [...volume.path, 'name'],
        problem: 'is also the name of another volume',
        value: textOf(volume.value, 'name'),
      })),
      ...repeatedBy(templates, ({ name }) => (name === '' ? undefined : name)).map((template): Fault => ({
        path: template.namePath,
        problem: 'is also the name of another claim template',
        value: template.name,
      })),
    ];
  },
};
