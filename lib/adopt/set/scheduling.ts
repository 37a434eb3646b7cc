import { fieldOf, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { callOf, type Expression, list, literal, mappingOf, memberOf } from '../code/expression';
import { durationOf, enumMember, given } from '../code/values';
import { countOf, isSameMap, numberOf, objectsOf, textListOf, textMapOf } from '../fields';
import { affinityOf, type PlacedSet } from './affinity';
import { topologyOf } from './topology';

/** The calls that place the pods of a set; what they cannot say is left to a patch. */
export function schedulingOf(pod: JsonValue | undefined, placed: PlacedSet): readonly Expression[] {
  const { set, selector } = placed;
  const tolerations = objectsOf(pod, 'tolerations').map(toleration);
  const taints = tolerations.filter((taint) => taint !== undefined);
  const scheduling = memberOf(set, 'scheduling');
  return [
    ...affinityOf(fieldOf(pod, 'affinity'), placed),
    ...(taints.length > 0 ? [callOf(scheduling, 'tolerate', callOf('Node', 'tainted', ...taints))] : []),
    ...objectsOf(pod, 'topologySpreadConstraints').flatMap(
      (spread) => spreadCall(spread, set, selector) ?? [],
    ),
  ];
}

function toleration(tolerated: JsonObject): Expression | undefined {
  const key = textOf(tolerated, 'key');
  const options = mappingOf({
    effect: enumMember('TaintEffect', fieldOf(tolerated, 'effect')),
    evictAfter: durationOf(countOf(tolerated, 'tolerationSeconds')),
  });
  switch (textOf(tolerated, 'operator') ?? 'Equal') {
    case 'Exists':
      return key === undefined
        ? callOf('NodeTaintQuery', 'any')
        : callOf('NodeTaintQuery', 'exists', literal(key), options);
    case 'Equal':
      return key === undefined
        ? undefined
        : callOf('NodeTaintQuery', 'is', literal(key), literal(textOf(tolerated, 'value') ?? ''), options);
    default:
      return undefined;
  }
}

function spreadCall(
  spread: JsonObject,
  set: Expression,
  selector: Readonly<Record<string, string>>,
): Expression | undefined {
  const key = textOf(spread, 'topologyKey');
  const labels = textMapOf(fieldOf(spread, 'labelSelector'), 'matchLabels') ?? {};
  if (key === undefined || !isSameMap(labels, selector)) {
    return undefined;
  }
  const [skew, keys] = [numberOf(spread, 'maxSkew'), textListOf(spread, 'matchLabelKeys')];
  return callOf(
    set,
    'spreadAcross',
    topologyOf(key),
    mappingOf({
      hard: given(textOf(spread, 'whenUnsatisfiable') === 'DoNotSchedule' ? true : undefined),
      maxSkew: given(skew === 1 ? undefined : skew),
      minDomains: given(numberOf(spread, 'minDomains')),
      nodeAffinityPolicy: enumMember('NodeInclusionPolicy', fieldOf(spread, 'nodeAffinityPolicy')),
      nodeTaintsPolicy: enumMember('NodeInclusionPolicy', fieldOf(spread, 'nodeTaintsPolicy')),
      matchLabelKeys: keys && list(keys.map((one) => literal(one))),
    }),
  );
}
