import { Size } from 'cdk8s';
import { ClaimDataSource } from '../../lib/constructs/claim-data-source';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { manifestOf, manifestsOf, newChart, NGINX } from '../synthesis';

it('makes the claims of the pods before the set, each from its own snapshot', () => {
  const chart = newChart({ namespace: 'db' });
  const set = new StatefulSet(chart, 'web', { replicas: 2, firstOrdinal: 5, selector: { app: 'web' } });
  const data = set.addClaim('data', {
    size: Size.gibibytes(10),
    storageClassName: 'fast',
    labels: { tier: 'db' },
    dataSource: ClaimDataSource.claim('seed'),
    dataSourceRef: ClaimDataSource.claim('seed'),
  });
  set.addContainer(NGINX).mount('/data', data);
  const names = [0, 1].map(
    (index) => set.restoreClaim(data, index, ClaimDataSource.snapshot(`backup-${index}`)).name,
  );

  expect(names).toEqual(['data-web-5', 'data-web-6']);
  expect(manifestsOf(chart).map(({ kind }) => kind)).toEqual([
    'Service',
    'PersistentVolumeClaim',
    'PersistentVolumeClaim',
    'StatefulSet',
  ]);
  expect(manifestOf(chart, 'PersistentVolumeClaim', 'data-web-6')).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data-web-6', namespace: 'db', labels: { tier: 'db', app: 'web' } },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '10Gi' } },
      storageClassName: 'fast',
      volumeMode: 'Filesystem',
      dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'backup-1' },
    },
  });
});

it('refers to a source in another namespace by dataSourceRef, which alone can', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { containers: [NGINX] });
  const data = set.addClaim('data', { size: Size.gibibytes(1) });
  set.restoreClaim(data, 0, ClaimDataSource.of('example.org', 'Backup', 'b', { namespace: 'backups' }));
  const { spec } = manifestOf(chart, 'PersistentVolumeClaim');
  expect(spec).toMatchObject({
    dataSourceRef: { apiGroup: 'example.org', kind: 'Backup', name: 'b', namespace: 'backups' },
  });
  expect(spec).not.toHaveProperty('dataSource');
});
