import { type Manifest } from '../manifests/manifest';
import { ClaimView } from '../manifests/views/claim-view';
import { podClaimNames, type SetView, setOrdinals } from '../manifests/views/set-view';
import { claimName } from '../kubernetes/names';
import { ascending, countOf, rangeOf, without } from './rollout/ordinal-range';

/** What becomes of a claim. */
export type ClaimFate =
  /** It is created, empty. */
  | 'created'
  /** It is left from an earlier, larger set, and a new pod takes it up with its old data. */
  | 'reused'
  /** It is created, unless it is left from an earlier, larger set: the old side does not tell. */
  | 'created-or-reused'
  /** Its pod goes, and it stays with its data. */
  | 'left'
  /** Its pod goes, and it goes too, with its data. */
  | 'deleted';

/** A claim that the plan touches. */
export interface PlannedClaim {
  /** The claim in words: `PersistentVolumeClaim prod/data-web-3`. */
  readonly object: string;
  readonly name: string;
  readonly fate: ClaimFate;
  /** How much storage it has or asks for; undefined where nobody says. */
  readonly storage?: string;
}

/** The claims that exist, by their names; undefined where the old side does not come from a cluster. */
export type KnownClaims = ReadonlyMap<string, ClaimView> | undefined;

/** The claims among the objects of a cluster. Each set asks for them, so they are looked for once for a namespace. */
export class ClaimLookup {
  private readonly found = new Map<string | undefined, KnownClaims>();

  public constructor(private readonly objects: readonly Manifest[]) {}

  /** The claims of one namespace; undefined where there are none. */
  public in(namespace: string | undefined): KnownClaims {
    if (!this.found.has(namespace)) {
      this.found.set(namespace, claimsAmong(this.objects, namespace));
    }
    return this.found.get(namespace);
  }
}

function claimsAmong(old: readonly Manifest[], namespace: string | undefined): KnownClaims {
  const claims = old.filter(
    ({ kind, apiVersion, namespace: own }) =>
      kind === 'PersistentVolumeClaim' && apiVersion === 'v1' && (own ?? namespace) === (namespace ?? own),
  );
  return claims.length === 0
    ? undefined
    : new Map(claims.map(({ name = '', content }) => [name, new ClaimView(content, [])]));
}

/** Whether a claim is one that this set's templates made, for any ordinal. */
export function isClaimOf(name: string, set: SetView): boolean {
  return set.claimTemplates.some((template) => {
    const prefix = `${template.name}-${set.name}-`;
    return name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length));
  });
}

/** What becomes of the claims of pods that come and go. */
export function claimPlanOf(before: SetView, after: SetView, known: KnownClaims): readonly PlannedClaim[] {
  const [old, now] = [rangeOf(before), rangeOf(after)];
  const [coming, going] = [without(now, old), without(old, now)].map(ascending);
  return [
    ...coming.flatMap((ordinal) =>
      after.claimTemplates.map((template): PlannedClaim => {
        const name = claimName(template.name, after.name, ordinal);
        const existing = known?.get(name);
        const fate = existing ? 'reused' : known ? 'created' : 'created-or-reused';
        return claimOf(name, after, fate, existing?.storage ?? template.storage);
      }),
    ),
    ...going.flatMap((ordinal) =>
      podClaimNames(before, ordinal).map((name, index) => {
        const fate = after.whenScaled === 'Delete' ? 'deleted' : 'left';
        return claimOf(name, before, fate, known?.get(name)?.storage ?? before.claimTemplates[index].storage);
      }),
    ),
  ];
}

/** How many claims {@link claimPlanOf} would name if it named them all. */
export function claimCountOf(before: SetView, after: SetView): number {
  const [old, now] = [rangeOf(before), rangeOf(after)];
  return (
    countOf(without(now, old)) * after.claimTemplates.length +
    countOf(without(old, now)) * before.claimTemplates.length
  );
}

/** The claims of a set that is deleted. */
export function claimsOfRemovedSet(set: SetView, known: KnownClaims): readonly PlannedClaim[] {
  const fate = set.whenDeleted === 'Delete' ? 'deleted' : 'left';
  return setOrdinals(set).flatMap((ordinal) =>
    podClaimNames(set, ordinal).map((name, index) =>
      claimOf(name, set, fate, known?.get(name)?.storage ?? set.claimTemplates[index].storage),
    ),
  );
}

function claimOf(name: string, set: SetView, fate: ClaimFate, storage: string | undefined): PlannedClaim {
  const place = set.namespace === undefined ? name : `${set.namespace}/${name}`;
  return { object: `PersistentVolumeClaim ${place}`, name, fate, storage };
}
