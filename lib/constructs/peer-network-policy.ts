import {
  NetworkPolicy,
  NetworkPolicyPort,
  NetworkPolicyTrafficDefault,
  type INetworkPolicyPeer,
} from 'cdk8s-plus-28';
import { listOf, madeWith, NUMBER, struct, TEXT, type ShapeOf } from '../errors/shape';
import { requireArguments, TEXTS } from './input-shapes';
import type { StatefulSet } from './stateful-set';

/** Who may reach the pods of a set, in addition to the pods themselves. */
export interface PeerNetworkPolicyProps {
  /**
   * Pods, namespaces or address blocks that may reach the pods.
   *
   * @default - none: only the pods of the set reach each other
   */
  readonly clients?: INetworkPolicyPeer[];

  /**
   * The TCP ports that clients may reach.
   *
   * @default - all ports
   */
  readonly clientPorts?: number[];

  /**
   * The name of the policy.
   *
   * @default - `<set>-peers`
   */
  readonly name?: string;

  /**
   * Labels of the policy.
   *
   * @default - the labels of the selector
   */
  readonly labels?: Record<string, string>;
}

const SHAPES: ShapeOf<PeerNetworkPolicyProps> = {
  clients: listOf(
    madeWith('Pods.select(), Namespaces.select() or NetworkPolicyIpBlock', 'toNetworkPolicyPeerConfig'),
  ),
  clientPorts: listOf(NUMBER),
  name: TEXT,
  labels: TEXTS,
};

/**
 * A NetworkPolicy that lets the pods of a set reach each other on all ports, and named clients reach them. All other
 * traffic to the pods is blocked; traffic from them is not restricted.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class PeerNetworkPolicy extends NetworkPolicy {
  constructor(scope: StatefulSet, id: string, props: PeerNetworkPolicyProps = {}) {
    requireArguments('PeerNetworkPolicy', scope, id, props, struct(SHAPES));
    const ports = props.clientPorts?.map((port) => NetworkPolicyPort.tcp(port));
    super(scope, id, {
      metadata: {
        name: props.name ?? `${scope.name}-peers`,
        namespace: scope.metadata.namespace,
        labels: { ...scope._unaskedLabels, ...props.labels },
      },
      selector: scope,
      ingress: {
        default: NetworkPolicyTrafficDefault.DENY,
        rules: [{ peer: scope }, ...(props.clients ?? []).map((peer) => ({ peer, ports }))],
      },
    });
  }
}
