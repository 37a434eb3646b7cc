import { isIP } from 'node:net';
import { type JsonValue } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { ipAddressProblem } from '../../kubernetes/ip-address';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const clusterIpInvalid: Rule<JudgedKind.SERVICE> = {
  code: 'CLUSTER_IP_INVALID',
  severity: Severity.ERROR,
  title:
    "clusterIP is 'None' or an address, and equals the first of clusterIPs, which have one address of each IP family",
  fix: 'write clusterIP: None for a headless Service; leave clusterIP out and the cluster assigns an address',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.SERVICE],
  check: (service, { version }) => {
    const address = service.clusterIP;
    const addresses = service.writtenItems(['spec', 'clusterIPs']).map(({ value }) => value);
    if (address === '' && addresses.length === 0) {
      return NOT_APPLICABLE;
    }
    if (service.type === 'ExternalName') {
      return [{ path: ['spec', 'clusterIP'], problem: 'must not be given with the type ExternalName' }];
    }
    return [
      ...faultAt(
        ['spec', 'clusterIP'],
        address === '' ? undefined : addressProblem(address, version),
        address,
      ),
      ...addresses.flatMap((one, index): readonly Fault[] =>
        typeof one === 'string'
          ? faultAt(
              ['spec', 'clusterIPs', index],
              index === 0 ? addressProblem(one, version) : ipAddressProblem(one, version),
              one,
            )
          : [],
      ),
      ...faultAt(['spec', 'clusterIPs'], listProblem(address, addresses)),
    ];
  },
};

function listProblem(address: string, addresses: readonly JsonValue[]): string | undefined {
  if (addresses.length === 0) {
    return undefined;
  }
  if (address === '') {
    return 'must not be given without clusterIP';
  }
  if (addresses[0] !== address) {
    return 'must begin with clusterIP';
  }
  if (addresses.length > 2 || (addresses.length > 1 && address === 'None')) {
    return "must be 'None' alone, or at most two addresses";
  }
  const families = addresses.map((one) => (typeof one === 'string' ? isIP(one) : 0));
  return addresses.length === 2 && families[0] !== 0 && families[0] === families[1]
    ? 'must have no more than one address of each IP family'
    : undefined;
}

function addressProblem(text: string, version: KubernetesVersion): string | undefined {
  if (text === 'None') {
    return undefined;
  }
  return ipAddressProblem(text, version)?.replace('must be an IP', "must be 'None' or an IP");
}
