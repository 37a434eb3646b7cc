import { claimName } from '../kubernetes/names';
import { groupedBy } from './grouped';
import { type SetView } from './views/set-view';

/**
 * Sets by their namespace and the claims of their first pods, one set of each name. The names of the claims of a set
 * differ by the ordinal alone.
 */
export class ClaimMakers {
  private readonly byClaim: ReadonlyMap<string, readonly { readonly set: SetView }[]>;

  public constructor(sets: readonly SetView[]) {
    const claims = new Map(
      sets.flatMap((set) =>
        set.claimTemplates.map((template) => {
          const key = keyOf(set.namespace, claimName(template.name, set.name, 0));
          return [JSON.stringify([key, set.manifest.name]), { key, set }] as const;
        }),
      ),
    );
    this.byClaim = groupedBy(claims.values(), ({ key }) => key);
  }

  /** A set of another name that makes a claim of this name for its first pod. */
  public otherThan(set: SetView, claim: string): SetView | undefined {
    return this.byClaim
      .get(keyOf(set.namespace, claim))
      ?.find((other) => other.set.manifest.name !== set.manifest.name)?.set;
  }
}

function keyOf(namespace: string | undefined, claim: string): string {
  return JSON.stringify([namespace, claim]);
}
