import { JudgedKind } from '../../manifests/facts';
import { type FieldPath } from '../../manifests/field-path';
import { fieldOf, isList, type JsonValue, textOf } from '../../manifests/json';
import { type Manifest } from '../../manifests/manifest';
import { isHeadless, servicePortsOf, serviceTypeOf } from '../../manifests/service';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, type Rule, NOT_APPLICABLE, Severity } from '../rule';

/** The fields that some types of Service take alone. */
const ONLY_WITH: Readonly<Record<string, readonly string[]>> = {
  allocateLoadBalancerNodePorts: ['LoadBalancer'],
  externalTrafficPolicy: ['NodePort', 'LoadBalancer'],
  ipFamilies: ['ClusterIP', 'NodePort', 'LoadBalancer'],
  ipFamilyPolicy: ['ClusterIP', 'NodePort', 'LoadBalancer'],
  loadBalancerClass: ['LoadBalancer'],
  loadBalancerSourceRanges: ['LoadBalancer'],
};

export const serviceFieldMisplaced: Rule = {
  code: 'SERVICE_FIELD_MISPLACED',
  severity: Severity.ERROR,
  title: 'a Service has only the fields that its type takes',
  fix: 'remove the field, or change the type of the Service',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.SERVICE],
  check: (service) => {
    const spec = fieldOf(service.content, 'spec');
    if (spec === undefined) {
      return NOT_APPLICABLE;
    }
    const type = serviceTypeOf(service);
    const misplaced = Object.entries(ONLY_WITH)
      .filter(([field, types]) => !isEmpty(fieldOf(spec, field)) && !types.includes(type))
      .filter(([field]) => field !== 'externalTrafficPolicy' || isEmpty(fieldOf(spec, 'externalIPs')))
      .map(([field, types]) =>
        fault(['spec', field], `must not be given with the type ${type}, but with ${types.join(' or ')}`),
      );
    return [
      ...misplaced,
      ...headlessFaults(service, type),
      ...nodePortFaults(service, type),
      ...healthFaults(spec, type),
    ];
  },
};

function headlessFaults(service: Manifest, type: string): readonly Fault[] {
  return isHeadless(service) && (type === 'NodePort' || type === 'LoadBalancer')
    ? [fault(['spec', 'clusterIP'], `must not be None with the type ${type}`)]
    : [];
}

function nodePortFaults(service: Manifest, type: string): readonly Fault[] {
  return type === 'ClusterIP'
    ? servicePortsOf(service)
        .filter(({ value }) => (fieldOf(value, 'nodePort') ?? 0) !== 0)
        .map(({ path }) => fault([...path, 'nodePort'], 'must not be given with the type ClusterIP'))
    : [];
}

function healthFaults(spec: JsonValue, type: string): readonly Fault[] {
  const needsHealthCheck = type === 'LoadBalancer' && textOf(spec, 'externalTrafficPolicy') === 'Local';
  return (fieldOf(spec, 'healthCheckNodePort') ?? 0) !== 0 && !needsHealthCheck
    ? [
        fault(
          ['spec', 'healthCheckNodePort'],
          'must not be given without the type LoadBalancer and the policy Local',
        ),
      ]
    : [];
}

function fault(path: FieldPath, problem: string): Fault {
  return { path, problem };
}

function isEmpty(value: JsonValue | undefined): boolean {
  return value === undefined || value === '' || (isList(value) && value.length === 0);
}
