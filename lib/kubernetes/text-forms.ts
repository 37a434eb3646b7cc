import { isIP } from 'node:net';
import { externalAddressProblem, ipAddressProblem } from './ip-address';
import { isAtLeast, KubernetesVersion } from './kubernetes-version';
import { dnsLabelProblem, dnsSubdomainProblem, labelKeyProblem, pathSegmentProblem } from './name-rules';
import { containerResourceProblem } from './resource-names';

/** What is wrong with a text, in the form "must ...", or undefined where nothing is. */
type TextForm = (text: string, version: KubernetesVersion) => string | undefined;

function form(pattern: RegExp, problem: string, maxLength = Infinity): TextForm {
  return (text) =>
    text.length > maxLength
      ? `must be no more than ${maxLength} characters`
      : pattern.test(text)
        ? undefined
        : problem;
}

const NO_STEP_UP = /^(?!(.*\/)?\.\.(\/|$))/s;
const noStepUp = form(NO_STEP_UP, "must not contain '..'");
const relativePath: TextForm = (text) =>
  text.startsWith('/') ? 'must be a relative path' : noStepUp(text, KubernetesVersion.V1_28);

/** A path inside a volume: those that begin with two dots are the kubelet's own. */
const volumePath: TextForm = (text) =>
  relativePath(text, KubernetesVersion.V1_28) ??
  (/^\.\.(?!\/)/.test(text) ? "must not start with '..'" : undefined);

/** A key of a ConfigMap or Secret. */
const configKey: TextForm = (text) =>
  form(
    /^[-._a-zA-Z0-9]+$/,
    "must consist of letters, digits, '-', '_' and '.'",
    253,
  )(text, KubernetesVersion.V1_28) ??
  (text === '.' || text.startsWith('..') ? "must not be '.', or begin with '..'" : undefined);

/** The name of an environment variable. Since Kubernetes 1.32 it may have any printable character but '='. */
const variableName: TextForm = (text, version) => {
  if (isAtLeast(version, KubernetesVersion.V1_32)) {
    return /^[\x20-\x3c\x3e-\x7e]+$/.test(text)
      ? undefined
      : "must consist of printable characters other than '='";
  }
  const isRight =
    /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(text) && text !== '.' && text !== '..' && !text.startsWith('..');
  return isRight
    ? undefined
    : "must consist of letters, digits, '-', '_' and '.', and not start with a digit";
};

const addressRange: TextForm = (text) => {
  const [ip, bits = '', ...more] = text.trim().split('/');
  const most = isIP(ip) === 6 ? 128 : 32;
  return isIP(ip) !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most
    ? undefined
    : 'must be a range of IP addresses such as 10.0.0.0/8';
};
const headerName = form(/^[-A-Za-z0-9]+$/, "must consist of letters, digits and '-'");
const searchDomain: TextForm = (text, version) => {
  const domain = text.replace(/\.$/, '');
  if (!isAtLeast(version, KubernetesVersion.V1_33)) {
    return dnsSubdomainProblem(domain);
  }
  return text === '.'
    ? undefined
    : dnsSubdomainProblem(domain.replaceAll(/(?<=[a-z0-9_-])_|^_|(?<=\.)_/g, 'x'));
};
const CLAIM: Readonly<Record<string, TextForm>> = {
  storageClassName: dnsSubdomainProblem,
  volumeAttributesClassName: (text, version) =>
    isAtLeast(version, KubernetesVersion.V1_34) ? dnsSubdomainProblem(text) : undefined,
};

/** The fields whose text has a form, by type and field; those that a construct refuses have rules of their own. */
export const TEXT_FORMS: Readonly<Record<string, Readonly<Record<string, TextForm>>>> = {
  CSIVolumeSource: {
    driver: (text) =>
      text.length > 63 ? 'must be no more than 63 characters' : dnsSubdomainProblem(text.toLowerCase()),
  },
  ConfigMapEnvSource: { name: dnsSubdomainProblem },
  ConfigMapKeySelector: { key: configKey, name: dnsSubdomainProblem },
  ContainerResourceMetricSource: { container: dnsLabelProblem, name: containerResourceProblem },
  'CrossVersionObjectReference:v1': { kind: pathSegmentProblem, name: pathSegmentProblem },
  'CrossVersionObjectReference:v2': { kind: pathSegmentProblem, name: pathSegmentProblem },
  DownwardAPIVolumeFile: { path: volumePath },
  EnvFromSource: { prefix: variableName },
  EnvVar: { name: variableName },
  HTTPHeader: { name: headerName },
  HostAlias: { hostnames: dnsSubdomainProblem, ip: ipAddressProblem },
  HostPathVolumeSource: { path: noStepUp },
  KeyToPath: { path: volumePath },
  MetricIdentifier: { name: pathSegmentProblem },
  NFSVolumeSource: { path: form(/^\//, 'must be an absolute path') },
  PersistentVolumeClaimSpec: CLAIM,
  PodAffinityTerm: { namespaces: dnsLabelProblem, topologyKey: labelKeyProblem },
  PodDNSConfig: { nameservers: ipAddressProblem, searches: searchDomain },
  PodReadinessGate: { conditionType: labelKeyProblem },
  PodSchedulingGate: { name: labelKeyProblem },
  PodSpec: {
    nodeName: dnsSubdomainProblem,
    priorityClassName: dnsSubdomainProblem,
    runtimeClassName: dnsSubdomainProblem,
    serviceAccountName: dnsSubdomainProblem,
  },
  SeccompProfile: { localhostProfile: relativePath },
  SecretEnvSource: { name: dnsSubdomainProblem },
  SecretKeySelector: { key: configKey, name: dnsSubdomainProblem },
  ServiceAccountTokenProjection: { path: volumePath },
  ServicePort: { appProtocol: labelKeyProblem },
  ServiceSpec: {
    externalIPs: externalAddressProblem,
    loadBalancerClass: labelKeyProblem,
    loadBalancerSourceRanges: addressRange,
  },
  Sysctl: {
    name: form(
      /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/,
      'must be the name of a kernel parameter',
      253,
    ),
  },
  Toleration: { key: labelKeyProblem },
  TopologySpreadConstraint: { matchLabelKeys: labelKeyProblem },
  VolumeDevice: { devicePath: noStepUp },
  VolumeMount: { subPath: relativePath, subPathExpr: relativePath },
};

/** Those of them whose text is judged even where it is empty: items of lists, and fields that tell empty from absent. */
export const JUDGED_WHEN_EMPTY: ReadonlySet<string> = new Set([
  'HostAlias.hostnames',
  'PodAffinityTerm.namespaces',
  'PodDNSConfig.nameservers',
  'PodDNSConfig.searches',
  'PodSpec.runtimeClassName',
  'ServicePort.appProtocol',
  'ServiceSpec.externalIPs',
  'ServiceSpec.loadBalancerClass',
  'ServiceSpec.loadBalancerSourceRanges',
  'TopologySpreadConstraint.matchLabelKeys',
]);
