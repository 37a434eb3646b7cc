import { type Facts } from '../../manifests/facts';
import { JudgedKind } from '../../manifests/judged-kind';
import { nearestName } from '../../manifests/nearest-name';
import { type ScaleTarget, targetedSetName } from '../../manifests/scale-target';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

type Scaler = JudgedKind.AUTOSCALER | JudgedKind.SCALED_OBJECT | JudgedKind.VERTICAL_AUTOSCALER;

export const autoscalerTargetMissing: Rule<Scaler> = {
  code: 'AUTOSCALER_TARGET_MISSING',
  severity: Severity.WARNING,
  title: 'an autoscaler names a set that is there',
  why: 'an autoscaler without its target does nothing: the number of pods, or what they request, stays as it is',
  fix: 'correct the kind and the name, or check the autoscaler together with what it scales',
  kinds: [JudgedKind.AUTOSCALER, JudgedKind.SCALED_OBJECT, JudgedKind.VERTICAL_AUTOSCALER],
  check: ({ namespace, target }, facts) => {
    const makers = facts.podMakers.in(namespace);
    if (target === undefined || makers.length === 0) {
      return NOT_APPLICABLE;
    }
    const isThere = makers.some(
      ({ manifest: { kind, name } }) => kind === target.kind && name === target.name,
    );
    const meantSet = facts.find(JudgedKind.STATEFUL_SET, namespace, target.name);
    if (target.kind !== 'StatefulSet' && meantSet !== undefined && !isThere) {
      const path = [...target.path, 'kind'];
      return [
        { path, problem: `means the ${target.kind} ${target.name}, but ${target.name} is a StatefulSet` },
      ];
    }
    if (targetedSetName(target) === undefined) {
      return NOT_APPLICABLE;
    }
    const path = [...target.path, 'name'];
    return isThere
      ? []
      : [
          {
            path,
            problem: `names no StatefulSet of the input${hint(target, namespace, facts)}`,
            value: target.name,
          },
        ];
  },
};

/** What was probably meant. */
function hint({ name }: ScaleTarget, namespace: string | undefined, facts: Facts): string {
  const other = facts.podMakers.in(namespace).find(({ manifest }) => manifest.name === name);
  if (other !== undefined) {
    return `, but ${name} is a ${other.manifest.kind}`;
  }
  const sets = facts.ofKind(JudgedKind.STATEFUL_SET);
  const near = nearestName(
    name,
    sets.filter((set) => set.namespace === namespace).map((set) => set.name),
  );
  const elsewhere = sets.find((set) => set.name === name);
  if (near !== undefined) {
    return `, but ${near} is one`;
  }
  return elsewhere === undefined
    ? ''
    : `, but there is one in the namespace ${elsewhere.namespace ?? 'default'}`;
}
