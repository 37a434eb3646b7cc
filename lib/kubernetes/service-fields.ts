/** What decides which fields a Service takes. */
export interface ServiceNature {
  readonly type: string;
  readonly hasExternalIPs: boolean;
  /** Whether `externalTrafficPolicy` is `Local`. */
  readonly isLocal: boolean;
}

const WITH_ADDRESS = ['ClusterIP', 'NodePort', 'LoadBalancer'];
const WITH_NODE_PORTS = ['NodePort', 'LoadBalancer'];

/**
 * The fields of a Service that some types take alone.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/
 */
export const TYPES_OF_SERVICE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  allocateLoadBalancerNodePorts: ['LoadBalancer'],
  clusterIP: WITH_ADDRESS,
  clusterIPs: WITH_ADDRESS,
  externalTrafficPolicy: WITH_NODE_PORTS,
  healthCheckNodePort: ['LoadBalancer'],
  ipFamilies: WITH_ADDRESS,
  ipFamilyPolicy: WITH_ADDRESS,
  loadBalancerClass: ['LoadBalancer'],
  loadBalancerSourceRanges: ['LoadBalancer'],
};

/** Whether a Service of this nature takes a field of its spec. */
export function takesServiceField(field: string, { type, hasExternalIPs, isLocal }: ServiceNature): boolean {
  const isOfType =
    !Object.hasOwn(TYPES_OF_SERVICE_FIELDS, field) || TYPES_OF_SERVICE_FIELDS[field].includes(type);
  switch (field) {
    case 'externalTrafficPolicy':
      return isOfType || (type === 'ClusterIP' && hasExternalIPs);
    case 'healthCheckNodePort':
      return isOfType && isLocal;
    default:
      return isOfType;
  }
}

/** Whether the API server clears a field that a Service no longer takes, where an update leaves it as it is. */
export function isClearedWithType(field: string): boolean {
  return Object.hasOwn(TYPES_OF_SERVICE_FIELDS, field) && field !== 'loadBalancerSourceRanges';
}

/** Whether the ports of a Service of this type may have a `nodePort`. */
export function takesNodePorts(type: string): boolean {
  return WITH_NODE_PORTS.includes(type);
}
