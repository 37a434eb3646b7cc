import { callOf, type Expression, literal, memberOf } from '../code/expression';

const TOPOLOGIES: Readonly<Record<string, string>> = {
  'kubernetes.io/hostname': 'HOSTNAME',
  'topology.kubernetes.io/zone': 'ZONE',
  'topology.kubernetes.io/region': 'REGION',
};

/** A part of the cluster by the label of its nodes. */
export function topologyOf(key: string): Expression {
  return Object.hasOwn(TOPOLOGIES, key)
    ? memberOf('Topology', TOPOLOGIES[key])
    : callOf('Topology', 'custom', literal(key));
}
