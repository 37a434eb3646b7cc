import { valueAt } from '../../manifests/field-path';
import { fieldOf } from '../../manifests/json';
import { callOf, literal, mappingOf, textMapping } from '../code/expression';
import { isSameMap, objectsOf, textMapOf } from '../fields';
import { type Target } from '../target/target';
import { type BesideCode, type ServedSet } from './beside-code';

/** A policy that lets the pods of a set reach each other and nobody else reach them; undefined for other policies. */
export function peerNetworkPolicy(
  policy: Target,
  { target, set, selector }: ServedSet,
): BesideCode | undefined {
  const [metadata, spec] = [fieldOf(policy.short, 'metadata'), fieldOf(policy.short, 'spec')];
  const rules = objectsOf(spec, 'ingress');
  const peers = rules.flatMap((rule) => objectsOf(rule, 'from'));
  const isOfPods = (labels: Readonly<Record<string, string>> | undefined): boolean =>
    labels !== undefined && isSameMap(labels, selector);
  if (
    !isOfPods(textMapOf(fieldOf(spec, 'podSelector'), 'matchLabels')) ||
    rules.length !== 1 ||
    peers.length !== 1 ||
    !isOfPods(textMapOf(valueAt(peers[0], ['podSelector']), 'matchLabels'))
  ) {
    return undefined;
  }
  const labels = textMapOf(metadata, 'labels');
  const options = mappingOf({
    name: policy.name === `${target.name}-peers` ? undefined : literal(policy.name),
    labels: labels && textMapping(labels),
  });
  return { value: callOf(set, 'addPeerNetworkPolicy', options), id: 'PeerNetworkPolicy', noun: 'policy' };
}
