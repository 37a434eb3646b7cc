import { type Facts, JudgedKind } from '../../manifests/facts';
import { groupedBy } from '../../manifests/grouped';
import { claimTemplateName, claimTemplatesOf } from '../../manifests/stateful-set';
import { claimName } from '../../kubernetes/names';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const claimNamesCollide: Rule = {
  code: 'CLAIM_NAMES_COLLIDE',
  severity: Severity.ERROR,
  title: 'the claims of two sets have different names',
  why: 'a claim is named <template>-<set>-<ordinal>: pods of both sets would use the same claim and the same volume',
  fix: 'rename a claim template or a set before the first release',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const templates = claimTemplatesOf(set);
    if (templates.length === 0 || set.name === undefined) {
      return NOT_APPLICABLE;
    }
    return templates.flatMap((template): Fault[] => {
      const claim = claimName(claimTemplateName(template) ?? '', set.name ?? '', 0);
      const other = facts
        .derived(setsByFirstClaim)
        .get(JSON.stringify([set.namespace, claim]))
        ?.find(({ name }) => name !== set.name);
      return other === undefined
        ? []
        : [
            {
              path: [...template.path, 'metadata', 'name'],
              problem: `creates the claim ${claim}, as a claim template of ${other.name ?? 'another set'} does`,
            },
          ];
    });
  },
};

/**
 * Sets by their namespace and the claims of their first pods, one set of each name. The names of the claims of a set
 * differ by the ordinal alone.
 */
function setsByFirstClaim(facts: Facts) {
  const claims = new Map(
    facts.ofKind(JudgedKind.STATEFUL_SET).flatMap((set) =>
      claimTemplatesOf(set).map((template) => {
        const claim = claimName(claimTemplateName(template) ?? '', set.name ?? '', 0);
        const key = JSON.stringify([set.namespace, claim]);
        return [JSON.stringify([key, set.name]), { key, set }] as const;
      }),
    ),
  );
  const groups = groupedBy(claims.values(), ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ set }) => set)] as const));
}
