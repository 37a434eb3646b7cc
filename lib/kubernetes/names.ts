/** The names that the StatefulSet controller and cluster DNS give to what a set consists of. */

/** The cluster domain of nearly every cluster: kubelet's and CoreDNS's default. */
export const DEFAULT_CLUSTER_DOMAIN = 'cluster.local';

/** The ordinals of a set, in the order in which its pods are created. */
export function ordinalsOf(replicas: number, firstOrdinal = 0): number[] {
  return Array.from({ length: replicas }, (_, index) => firstOrdinal + index);
}

/** The pod's name, which is its hostname too. */
export function podName(setName: string, ordinal: number): string {
  return `${setName}-${ordinal}`;
}

/** The name of the claim that a claim template makes for one pod. */
export function claimName(templateName: string, setName: string, ordinal: number): string {
  return `${templateName}-${podName(setName, ordinal)}`;
}

/** A Service's name inside the cluster, complete: `<service>.<namespace>.svc.<cluster domain>`. */
export function serviceDnsName(
  serviceName: string,
  namespace: string,
  clusterDomain = DEFAULT_CLUSTER_DOMAIN,
): string {
  return `${serviceName}.${namespace}.svc.${clusterDomain}`;
}

/** A pod's name as pods of the same namespace may write it: `<pod>.<service>`. */
export function podShortDnsName(podName: string, serviceName: string): string {
  return `${podName}.${serviceName}`;
}

/** A pod's name inside the cluster, complete: `<pod>.<service>.<namespace>.svc.<cluster domain>`. */
export function podDnsName(
  podName: string,
  serviceName: string,
  namespace: string,
  clusterDomain = DEFAULT_CLUSTER_DOMAIN,
): string {
  return `${podName}.${serviceDnsName(serviceName, namespace, clusterDomain)}`;
}

/** The SRV record's name of a named port: `_<port>._<protocol>.<service>...`. */
export function srvName(portName: string, protocol: string, serviceDnsName: string): string {
  return `_${portName}._${protocol.toLowerCase()}.${serviceDnsName}`;
}
