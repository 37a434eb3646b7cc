import { isKeptDataSource } from '../../manifests/data-source';
import { fieldAt } from '../../manifests/field-value';
import { fieldOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { judgeEach, type Rule, Severity } from '../rule';

export const claimDataSourceDropped: Rule<JudgedKind.STATEFUL_SET | JudgedKind.CLAIM> = {
  code: 'CLAIM_DATA_SOURCE_DROPPED',
  severity: Severity.WARNING,
  title: 'the dataSource of a claim is another claim or a VolumeSnapshot',
  why: 'the API server silently drops any other data source, and the volume is empty',
  fix: 'use dataSourceRef for other kinds of object; a VolumeSnapshot needs apiGroup snapshot.storage.k8s.io',
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.CLAIM],
  check: (object) =>
    judgeEach(
      object.typed
        .ofType('PersistentVolumeClaimSpec')
        .flatMap((spec) =>
          fieldOf(spec.value, 'dataSourceRef') === undefined ? (fieldAt(spec, 'dataSource') ?? []) : [],
        ),
      ({ path, value }) => (isKeptDataSource(value) ? [] : [{ path, problem: 'is dropped' }]),
    ),
};
