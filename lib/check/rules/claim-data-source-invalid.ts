import { isKeptDataSource } from '../../manifests/data-source';
import { fieldAt, type Located } from '../../manifests/field-value';
import { fieldOf, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type Manifest } from '../../manifests/manifest';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsSubdomainProblem } from '../../kubernetes/name-rules';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';
import { REJECTED_LATER_IN_TEMPLATES } from '../why-text';

export const claimDataSourceInvalid: Rule<JudgedKind.STATEFUL_SET | JudgedKind.CLAIM> = {
  code: 'CLAIM_DATA_SOURCE_INVALID',
  severity: Severity.ERROR,
  title: 'the data source of a claim is another claim, or an object with an API group',
  why: REJECTED_LATER_IN_TEMPLATES,
  fix: 'write apiGroup, such as snapshot.storage.k8s.io for a VolumeSnapshot; where both dataSource and dataSourceRef are given, make them the same',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.CLAIM],
  check: (object, { version }) =>
    judgeEach(
      object.typed.ofType('PersistentVolumeClaimSpec').flatMap((spec) => {
        const [source, reference] = ['dataSource', 'dataSourceRef'].map((field) => fieldAt(spec, field));
        return source === undefined && reference === undefined ? [] : [{ spec, source, reference }];
      }),
      ({ spec, source, reference }) => [
        ...(source !== undefined && isJudged(source, object.manifest, version, reference)
          ? sourceFaults(source)
          : []),
        // The fields of a reference are required: field-missing says so.
        ...(reference === undefined ? [] : groupFaults(reference)),
        ...differenceFaults(spec),
      ],
    ),
};

/** The API server drops a source of another kind from a claim unjudged: claim-data-source-dropped says so. */
function isJudged(
  source: Located,
  { kind }: Manifest,
  version: KubernetesVersion,
  reference: Located | undefined,
): boolean {
  const isTemplate = kind === 'StatefulSet' && source.path.includes('volumeClaimTemplates');
  return (
    isKeptDataSource(source.value) ||
    reference !== undefined ||
    (isTemplate && isAtLeast(version, KubernetesVersion.V1_34))
  );
}

function sourceFaults(source: Located): readonly Fault[] {
  const missing = ['kind', 'name'].filter((field) => (textOf(source.value, field) ?? '') === '');
  return [
    ...missing.map((field) => ({ path: [...source.path, field], problem: 'must be given' })),
    ...groupFaults(source),
  ];
}

function groupFaults({ path, value }: Located): readonly Fault[] {
  const group = textOf(value, 'apiGroup') ?? '';
  const kind = textOf(value, 'kind') ?? '';
  if (group !== '') {
    return faultAt([...path, 'apiGroup'], dnsSubdomainProblem(group), group);
  }
  return kind === '' || kind === 'PersistentVolumeClaim'
    ? []
    : [{ path: [...path, 'apiGroup'], problem: `must be given for the kind ${kind}` }];
}

function differenceFaults(spec: Located<JsonObject>): readonly Fault[] {
  const [source, reference] = ['dataSource', 'dataSourceRef'].map((field) => fieldAt(spec, field));
  // A reference to another namespace is dropped: its feature gate is off in every version.
  if (
    source === undefined ||
    reference === undefined ||
    fieldOf(reference.value, 'namespace') !== undefined
  ) {
    return [];
  }
  return ['apiGroup', 'kind', 'name'].some(
    (field) => textOf(source.value, field) !== textOf(reference.value, field),
  )
    ? [{ path: source.path, problem: 'must be the same as dataSourceRef' }]
    : [];
}
