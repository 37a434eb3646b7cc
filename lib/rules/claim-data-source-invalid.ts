import { JudgedKind } from '../facts/facts';
import { fieldOf, type JsonObject, textOf } from '../facts/json';
import { fieldAt, type Located } from '../facts/located';
import { objectsOfType } from '../facts/typed-objects';
import { KubernetesVersion } from '../kubernetes/kubernetes-version';
import { dnsSubdomainProblem } from '../kubernetes/name-rules';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from './rule';

export const claimDataSourceInvalid: Rule = {
  code: 'CLAIM_DATA_SOURCE_INVALID',
  severity: Severity.ERROR,
  title: 'what fills a claim is a claim, or an object of an API group',
  why: 'a claim can not be created from another; a set with such a claim template is accepted before Kubernetes 1.34',
  fix: 'write apiGroup, such as snapshot.storage.k8s.io for a VolumeSnapshot, and the same in dataSource and dataSourceRef',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.CLAIM],
  check: (object, { version }) =>
    judgeEach(
      objectsOfType(object, version, 'PersistentVolumeClaimSpec').filter(
        (spec) => sourcesOf(spec).length > 0,
      ),
      (spec) => [...sourcesOf(spec).flatMap(sourceFaults), ...differenceFaults(spec)],
    ),
};

function sourcesOf(spec: Located<JsonObject>): readonly Located[] {
  return ['dataSource', 'dataSourceRef'].flatMap((field) => fieldAt(spec, field) ?? []);
}

function sourceFaults({ path, value }: Located): readonly Fault[] {
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
