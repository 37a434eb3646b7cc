import { JudgedKind } from '../../manifests/judged-kind';
import { claimName } from '../../kubernetes/names';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const claimNamesCollide: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'CLAIM_NAMES_COLLIDE',
  severity: Severity.ERROR,
  title: 'the claims of two sets have different names',
  why: 'a claim is named <template>-<set>-<ordinal>: pods of both sets would use the same claim and the same volume',
  fix: 'rename a claim template or a set before the first release',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { claimMakers }) => {
    const templates = set.claimTemplates;
    if (templates.length === 0 || set.manifest.name === undefined) {
      return NOT_APPLICABLE;
    }
    return templates.flatMap((template): Fault[] => {
      const claim = claimName(template.name, set.name, 0);
      const other = claimMakers.otherThan(set, claim);
      return other === undefined
        ? []
        : [
            {
              path: template.namePath,
              problem: `creates the claim ${claim}, as a claim template of ${other.manifest.name ?? 'another set'} does`,
            },
          ];
    });
  },
};
