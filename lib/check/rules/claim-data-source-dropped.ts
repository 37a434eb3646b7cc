import { isKeptDataSource } from '../../manifests/claim';
import { JudgedKind } from '../../manifests/facts';
import { fieldOf } from '../../manifests/json';
import { fieldAt } from '../../manifests/field-value';
import { objectsOfType } from '../../manifests/typed-objects';
import { judgeEach, type Rule, Severity } from '../rule';

export const claimDataSourceDropped: Rule = {
  code: 'CLAIM_DATA_SOURCE_DROPPED',
  severity: Severity.WARNING,
  title: 'the dataSource of a claim is a claim or a VolumeSnapshot',
  why: 'the API server drops another one without a word: the volume is empty',
  fix: 'name other objects in dataSourceRef; a VolumeSnapshot needs apiGroup snapshot.storage.k8s.io',
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.CLAIM],
  check: (object, { version }) =>
    judgeEach(
      objectsOfType(object, version, 'PersistentVolumeClaimSpec').flatMap((spec) =>
        fieldOf(spec.value, 'dataSourceRef') === undefined ? (fieldAt(spec, 'dataSource') ?? []) : [],
      ),
      ({ path, value }) => (isKeptDataSource(value) ? [] : [{ path, problem: 'is dropped' }]),
    ),
};
