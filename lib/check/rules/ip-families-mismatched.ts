import { isIP } from 'node:net';
import { JudgedKind } from '../../manifests/facts';
import { fieldOf, isList, isObject, type JsonValue, textOf } from '../../manifests/json';
import { type Manifest } from '../../manifests/manifest';
import { serviceTypeOf } from '../../manifests/service';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const ipFamiliesMismatched: Rule = {
  code: 'IP_FAMILIES_MISMATCHED',
  severity: Severity.ERROR,
  title: 'the addresses of a Service are of its IP families, and two families have a dual-stack policy',
  fix: 'set ipFamilyPolicy to PreferDualStack or RequireDualStack for two families, and let the cluster assign the addresses',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.SERVICE],
  check: (service) => {
    const spec = fieldOf(service.content, 'spec');
    const families = listOf(spec, 'ipFamilies');
    const addresses = listOf(spec, 'clusterIPs');
    // Those of another type are a matter of service-field-misplaced.
    if (families.length + addresses.length === 0 || serviceTypeOf(service) === 'ExternalName') {
      return NOT_APPLICABLE;
    }
    const problem = 'must have one entry without the policy PreferDualStack or RequireDualStack';
    const isSingle = familyPolicyOf(service) === 'SingleStack';
    return [
      ...faultAt(['spec', 'ipFamilies'], isSingle && families.length === 2 ? problem : undefined),
      ...faultAt(['spec', 'clusterIPs'], isSingle && addresses.length === 2 ? problem : undefined),
      ...addressFaults(spec, addresses, families),
    ];
  },
};

/** The policy that the API server fills in where there is none. */
function familyPolicyOf({ content }: Manifest): string {
  const spec = fieldOf(content, 'spec');
  const selector = fieldOf(spec, 'selector');
  const selectsPods = isObject(selector) && Object.keys(selector).length > 0;
  return (
    textOf(spec, 'ipFamilyPolicy') ??
    (textOf(spec, 'clusterIP') === 'None' && !selectsPods ? 'RequireDualStack' : 'SingleStack')
  );
}

function addressFaults(
  spec: JsonValue | undefined,
  addresses: readonly JsonValue[],
  families: readonly JsonValue[],
): readonly Fault[] {
  const single = textOf(spec, 'clusterIP') ?? '';
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

function listOf(spec: JsonValue | undefined, field: string): readonly JsonValue[] {
  const list = fieldOf(spec, field);
  return isList(list) ? list : [];
}
