import { RULES } from '../check/rules';
import { check } from '../check/check';
import { type Finding } from '../check/finding';
import { Severity } from '../check/rule';
import { DEFAULT_KUBERNETES_VERSION, type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type Manifest, manifestOf, objectText } from '../manifests/manifest';
import { plan } from '../plan/plan';
import { type Plan } from '../plan/plan-model';
import { Effect } from '../plan/policy/effect';
import { type LeftOut, selected } from './selection';
import { type Target, targetOf } from './target/target';
import { type Plain, type WrittenCode, writtenCode } from './written-code';

/** What is adopted, and for which cluster. */
export interface AdoptionInput {
  readonly manifests: readonly Manifest[];
  readonly version?: KubernetesVersion;
  /** The namespace of objects that name none. */
  readonly namespace?: string;
  /** The name of the set that is adopted, with what belongs to it; all objects where it is absent. */
  readonly set?: string;
}

/** The code that brings about what manifests ask for, and the proof that it does. */
export interface Adopted extends WrittenCode {
  readonly version: KubernetesVersion;
  readonly namespace?: string;
  /** What the code has to bring about. */
  readonly targets: readonly Target[];
  readonly leftOut: readonly LeftOut[];
  /** Faults that the objects had, and have still. */
  readonly faults: readonly Finding[];
  /** From what was adopted to what the code makes. */
  readonly plan: Plan;
}

/** Adopts manifests as code. Pure, and throws on no input. */
export function adopt(input: AdoptionInput): Adopted {
  const { manifests, version = DEFAULT_KUBERNETES_VERSION, namespace, set } = input;
  const { kept, leftOut } = selected(manifests, { set, namespace, version });
  const targets = kept.map((manifest) => targetOf(manifest, version, namespace));
  const faults = check(kept, RULES, version).findings.filter(({ rule }) => rule.severity === Severity.ERROR);
  const plain = new Map<Target, Plain>();
  // Of some faults plan says that an apply of the very same object fails.
  let planOfInput: Plan | undefined;
  const unchanged = (): Plan => (planOfInput ??= plan({ old: kept, new: kept, version, namespace }));
  for (;;) {
    const written = writtenCode(targets, faults, version, plain);
    const made = written.objects.map((object) => manifestOf(object));
    const planned = plan({ old: kept, new: made, version, namespace });
    const changed = isExact({ plan: planned })
      ? []
      : targets.filter(
          (target) => isChanged(target, planned, plain) && !isChanged(target, unchanged(), plain),
        );
    if (changed.length === 0) {
      return { version, namespace, targets, leftOut, faults, ...written, plan: planned };
    }
    // kubectl may take fields that say the same for a change; an object that is written as it was has none.
    changed.forEach((target) =>
      plain.set(target, { target, form: 'wanted', reason: 'kubectl apply would change it otherwise' }),
    );
  }
}

/** Whether the code comes to what was there: an apply does nothing. */
export function isExact({ plan: { effect } }: Pick<Adopted, 'plan'>): boolean {
  return effect === Effect.NONE;
}

/** Whether an object changes, although it could still be written as it was. */
function isChanged(target: Target, { changes }: Plan, plain: ReadonlyMap<Target, Plain>): boolean {
  return (
    (plain.get(target)?.form ?? 'short') === 'short' &&
    changes.some(
      ({ object, cause }) => object === objectText(target.manifest) && cause.code !== 'API_VERSION_CHANGED',
    )
  );
}
