import { type JsonValue, textOf } from './json';

/**
 * Whether a claim keeps a `dataSource`: those that are no claim and no snapshot are dropped by the API server.
 * `dataSourceRef` keeps any.
 */
export function isKeptDataSource(source: JsonValue): boolean {
  const group = textOf(source, 'apiGroup') ?? '';
  const kind = textOf(source, 'kind');
  return (
    (kind === 'PersistentVolumeClaim' && group === '') ||
    (kind === 'VolumeSnapshot' && group === 'snapshot.storage.k8s.io')
  );
}
