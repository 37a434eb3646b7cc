import { JudgedKind } from '../facts/facts';
import { type Manifest } from '../facts/manifest';
import { claimTemplateName, claimTemplatesOf } from '../facts/stateful-set';
import { claimName } from '../kubernetes/names';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from './rule';

export const claimNamesCollide: Rule = {
  code: 'CLAIM_NAMES_COLLIDE',
  severity: Severity.ERROR,
  title: 'the claims of two sets have different names',
  why: 'a claim is named <template>-<set>-<ordinal>: pods of both sets would use one claim, and one volume',
  fix: 'rename a claim template or a set before the first release',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const templates = claimTemplatesOf(set);
    if (templates.length === 0 || set.name === undefined) {
      return NOT_APPLICABLE;
    }
    const others = new Map(
      facts
        .besides(set, JudgedKind.STATEFUL_SET)
        .filter((other) => other.name !== set.name)
        .flatMap((other) => firstClaimsOf(other).map((claim) => [claim, other] as const)),
    );
    return templates.flatMap((template): Fault[] => {
      const claim = claimName(claimTemplateName(template) ?? '', set.name ?? '', 0);
      const other = others.get(claim);
      return other === undefined
        ? []
        : [
            {
              path: [...template.path, 'metadata', 'name'],
              problem: `makes the claim ${claim}, as a claim template of ${other.name ?? 'another set'} does`,
            },
          ];
    });
  },
};

/** The names of the claims of a set's pods differ by the ordinal alone. */
function firstClaimsOf(set: Manifest): readonly string[] {
  return claimTemplatesOf(set).map((template) =>
    claimName(claimTemplateName(template) ?? '', set.name ?? '', 0),
  );
}
