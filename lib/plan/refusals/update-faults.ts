import { type Finding } from '../../check/finding';
import { RuleSet } from '../../check/rule-set';
import { type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type JsonObject } from '../../manifests/json';
import { manifestOf } from '../../manifests/manifest';
import { type ObjectPair } from '../differences/object-pair';
import { faultIdentity, isRefused, LETTING_BE, NEVER_LETTING_BE, refusalsOf } from './refusing-rules';

/**
 * What the API server refuses in the updates of one plan, by the rules of `check`. It meets some faults in every
 * manifest that it is sent, and judges all else in the object as it would store it: kubectl takes elements of lists for
 * one, and leaves what only the cluster has. None of these rules looks at other objects, so that each object is judged
 * by itself, once, and only where somebody asks.
 */
export class UpdateFaults {
  private readonly neverLettingBe: RuleSet;
  private readonly lettingBe: RuleSet;
  private readonly judged = new Map<JsonObject, readonly Finding[]>();

  public constructor(private readonly version: KubernetesVersion) {
    this.neverLettingBe = new RuleSet(NEVER_LETTING_BE, version);
    this.lettingBe = new RuleSet(LETTING_BE, version);
  }

  /** Faults of the new manifest for which every apply is refused, also one that changes nothing. */
  public metIn({ written }: ObjectPair): readonly Finding[] {
    return this.refusedBy(this.neverLettingBe, written.new);
  }

  /** Faults of each object that the API server is asked to store, whether the object had them before or not. */
  public storedIn({ first, stored, written }: ObjectPair): readonly (readonly Finding[])[] {
    return [first, stored ?? written.new].map((object) => {
      if (object === undefined) {
        return [];
      }
      const faults = this.judged.get(object) ?? this.refusedBy(this.lettingBe, object);
      this.judged.set(object, faults);
      return faults;
    });
  }

  /** Those of them that the object did not have before: the API server lets the others be. */
  public addedIn(pair: ObjectPair): readonly Finding[] {
    const faults = this.storedIn(pair).flat();
    const old = pair.storedBefore ?? pair.written.old;
    // Nothing is found most of the time, and what there was before does not matter then.
    const had = faults.length === 0 || old === undefined ? [] : refusalsOf(this.lettingBe, [manifestOf(old)]);
    const known = new Set(had.map(faultIdentity));
    return faults.filter((fault) => !known.has(faultIdentity(fault)));
  }

  private refusedBy(rules: RuleSet, object: JsonObject | undefined): readonly Finding[] {
    return object === undefined
      ? []
      : refusalsOf(rules, [manifestOf(object)]).filter((fault) => isRefused(fault, this.version));
  }
}
