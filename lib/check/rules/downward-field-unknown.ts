import { type Located } from '../../manifests/field-value';
import { fieldOf, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { labelKeyProblem } from '../../kubernetes/name-rules';
import { nanoOf } from '../../kubernetes/quantity';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

const OF_ENVIRONMENT: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.podIP',
  'status.podIPs',
];
const OF_FILES: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations',
  'metadata.uid',
];
const RESOURCE = /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.*)$/;

const CPU_DIVISORS: readonly string[] = ['1', '1m'];
const DIVISORS: readonly string[] = '1 1k 1M 1G 1T 1P 1E 1Ki 1Mi 1Gi 1Ti 1Pi 1Ei'.split(' ');

export const downwardFieldUnknown: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'DOWNWARD_FIELD_UNKNOWN',
  severity: Severity.ERROR,
  title: 'environment variables and files refer to pod fields that the downward API offers',
  fix: "use a field such as metadata.name, status.podIP, metadata.labels['<key>'] or limits.memory; files cannot use status fields",
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) =>
    judgeEach(
      [
        ...set.typed.ofType('ObjectFieldSelector'),
        ...set.typed.ofType('ResourceFieldSelector'),
        ...set.typed.ofType('DownwardAPIVolumeFile'),
      ],
      (one) => [
        ...fieldFaults(one, version),
        ...resourceFaults(one),
        ...divisorFaults(one),
        ...fileFaults(one),
      ],
    ),
};

function fieldFaults({ path, value }: Located<JsonObject>, version: KubernetesVersion): readonly Fault[] {
  const field = textOf(value, 'fieldPath') ?? '';
  const isOfFile = !path.includes('env');
  return field === '' ? [] : faultAt([...path, 'fieldPath'], fieldProblem(field, isOfFile, version), field);
}

function fieldProblem(field: string, isOfFile: boolean, version: KubernetesVersion): string | undefined {
  const [, list = '', key = ''] = /^(.+)\['(.*)'\]$/s.exec(field) ?? [];
  if (list !== '') {
    return list === 'metadata.labels' || list === 'metadata.annotations'
      ? labelKeyProblem(list === 'metadata.labels' ? key : key.toLowerCase())
      : 'takes no key';
  }
  const known = isOfFile
    ? OF_FILES
    : [...OF_ENVIRONMENT, ...(isAtLeast(version, KubernetesVersion.V1_29) ? ['status.hostIPs'] : [])];
  return known.includes(field) ? undefined : 'is not a field that the downward API offers here';
}

function resourceFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const resource = textOf(value, 'resource') ?? '';
  return resource === '' || RESOURCE.test(resource)
    ? []
    : [{ path: [...path, 'resource'], problem: 'is not a resource of a container', value: resource }];
}

/** CPU is counted in cores or thousandths, what else there is in units or powers of 1000 or 1024. */
function divisorFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const divisor = fieldOf(value, 'divisor');
  const nano = nanoOf(divisor) ?? 0n;
  const isCpu = (textOf(value, 'resource') ?? '').endsWith('.cpu');
  const isRight = nano === 0n || (isCpu ? CPU_DIVISORS : DIVISORS).some((one) => nanoOf(one) === nano);
  return divisor === undefined || isRight
    ? []
    : [
        {
          path: [...path, 'divisor'],
          problem: `must be ${isCpu ? '1 or 1m' : '1, 1k, 1Ki, 1M, 1Mi and so on'}`,
          value: divisor,
        },
      ];
}

function fileFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  if (typeof path.at(-1) !== 'number') {
    return [];
  }
  const [field, resource] = [fieldOf(value, 'fieldRef'), fieldOf(value, 'resourceFieldRef')];
  return [
    ...faultAt(
      path,
      (field === undefined) === (resource === undefined)
        ? 'must have one of fieldRef and resourceFieldRef'
        : undefined,
    ),
    ...faultAt(
      [...path, 'resourceFieldRef', 'containerName'],
      resource !== undefined && (textOf(resource, 'containerName') ?? '') === ''
        ? 'must be given'
        : undefined,
    ),
  ];
}
