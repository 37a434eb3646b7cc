import { BlockList, isIP } from 'node:net';
import { isAtLeast, KubernetesVersion } from './kubernetes-version';

/** An IP address. Before Kubernetes 1.36 its numbers may begin with zeros, and IPv4 may be written as IPv6. */
export function ipAddressProblem(text: string, version: KubernetesVersion): string | undefined {
  const isStrict = isAtLeast(version, KubernetesVersion.V1_36);
  if (isIP(isStrict ? text : withoutLeadingZeros(text)) === 0 || text.includes('%')) {
    return 'must be an IP address';
  }
  return isStrict && /^::ffff:.*\./i.test(text) ? 'must not be an IPv4 address written as IPv6' : undefined;
}

function withoutLeadingZeros(text: string): string {
  return text.replaceAll(/(?<=^|\.)0+(?=\d)/g, '');
}

const RESERVED_ADDRESSES = new BlockList();
RESERVED_ADDRESSES.addAddress('0.0.0.0');
RESERVED_ADDRESSES.addAddress('::', 'ipv6');
RESERVED_ADDRESSES.addSubnet('127.0.0.0', 8);
RESERVED_ADDRESSES.addAddress('::1', 'ipv6');
RESERVED_ADDRESSES.addSubnet('169.254.0.0', 16);
RESERVED_ADDRESSES.addSubnet('fe80::', 10, 'ipv6');
RESERVED_ADDRESSES.addSubnet('224.0.0.0', 24);
RESERVED_ADDRESSES.addSubnet('ff02::', 16, 'ipv6');

/** An address at which a Service can be reached from other machines. */
export function externalAddressProblem(text: string, version: KubernetesVersion): string | undefined {
  const problem = ipAddressProblem(text, version);
  if (problem !== undefined) {
    return problem;
  }
  return RESERVED_ADDRESSES.check(withoutLeadingZeros(text), text.includes(':') ? 'ipv6' : 'ipv4')
    ? 'must not be an unspecified, loopback or link-local address'
    : undefined;
}
