import { type FieldPath } from '../../manifests/field-path';
import { fieldOf, isList, type JsonValue } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type ServiceView } from '../../manifests/views/service-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import {
  type ServiceNature,
  takesServiceField,
  TYPES_OF_SERVICE_FIELDS,
} from '../../kubernetes/service-fields';
import { type Fault, type Rule, NOT_APPLICABLE, Severity } from '../rule';

/** Fields of which other faults tell more. */
const JUDGED_ELSEWHERE: readonly string[] = ['clusterIP', 'clusterIPs', 'healthCheckNodePort'];

export const serviceFieldMisplaced: Rule<JudgedKind.SERVICE> = {
  code: 'SERVICE_FIELD_MISPLACED',
  severity: Severity.ERROR,
  title: 'a Service has only the fields that its type takes',
  fix: 'remove the field, or change the type of the Service',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.SERVICE],
  check: (service) => {
    const spec = service.written(['spec'])?.value;
    if (spec === undefined) {
      return NOT_APPLICABLE;
    }
    const { nature } = service;
    const misplaced = Object.entries(TYPES_OF_SERVICE_FIELDS)
      .filter(([field]) => !JUDGED_ELSEWHERE.includes(field))
      .filter(([field]) => !isEmpty(fieldOf(spec, field)) && !takesServiceField(field, nature))
      .map(([field, types]) =>
        fault(
          ['spec', field],
          `must not be given with the type ${nature.type}, but with ${types.join(' or ')}`,
        ),
      );
    return [
      ...misplaced,
      ...headlessFaults(service),
      ...nodePortFaults(service),
      ...healthFaults(spec, nature),
    ];
  },
};

function headlessFaults({ isHeadless, type }: ServiceView): readonly Fault[] {
  return isHeadless && (type === 'NodePort' || type === 'LoadBalancer')
    ? [fault(['spec', 'clusterIP'], `must not be None with the type ${type}`)]
    : [];
}

function nodePortFaults({ ports, type }: ServiceView): readonly Fault[] {
  return type === 'ClusterIP'
    ? ports
        .filter(({ value }) => (fieldOf(value, 'nodePort') ?? 0) !== 0)
        .map(({ path }) => fault([...path, 'nodePort'], 'must not be given with the type ClusterIP'))
    : [];
}

function healthFaults(spec: JsonValue, nature: ServiceNature): readonly Fault[] {
  const isGiven = (fieldOf(spec, 'healthCheckNodePort') ?? 0) !== 0;
  return isGiven && !takesServiceField('healthCheckNodePort', nature)
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
