import { isIP } from 'node:net';
import { type JsonValue } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const ipFamiliesMismatched: Rule<JudgedKind.SERVICE> = {
  code: 'IP_FAMILIES_MISMATCHED',
  severity: Severity.ERROR,
  title: 'the addresses of a Service are of its IP families, and two families have a dual-stack policy',
  fix: 'set ipFamilyPolicy to PreferDualStack or RequireDualStack for two families, and let the cluster assign the addresses',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.SERVICE],
  check: (service) => {
    const families = service.writtenItems(['spec', 'ipFamilies']).map(({ value }) => value);
    const addresses = service.writtenItems(['spec', 'clusterIPs']).map(({ value }) => value);
    // Those of another type are a matter of service-field-misplaced.
    if (families.length + addresses.length === 0 || service.type === 'ExternalName') {
      return NOT_APPLICABLE;
    }
    const problem = 'must have one entry without the policy PreferDualStack or RequireDualStack';
    const isSingle = service.ipFamilyPolicy === 'SingleStack';
    return [
      ...faultAt(['spec', 'ipFamilies'], isSingle && families.length === 2 ? problem : undefined),
      ...faultAt(['spec', 'clusterIPs'], isSingle && addresses.length === 2 ? problem : undefined),
      ...addressFaults(service.clusterIP, addresses, families),
    ];
  },
};

function addressFaults(
  single: string,
  addresses: readonly JsonValue[],
  families: readonly JsonValue[],
): readonly Fault[] {
  // Without clusterIPs the API server takes clusterIP for the first of them.
  const located =
    addresses.length > 0
      ? addresses.map((value, index) => ({ path: ['spec', 'clusterIPs', index], value }))
      : [{ path: ['spec', 'clusterIP'], value: single }];
  return located.flatMap(({ path, value }, index) => {
    const family = typeof value === 'string' ? isIP(value) : 0;
    const wanted = families.at(index);
    return faultAt(
      path,
      (family === 4 && wanted === 'IPv6') || (family === 6 && wanted === 'IPv4')
        ? `must be an ${wanted} address, as ipFamilies says`
        : undefined,
      value,
    );
  });
}
