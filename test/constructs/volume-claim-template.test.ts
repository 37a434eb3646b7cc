import { Size } from 'cdk8s';
import { PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-28';
import { ClaimDataSource } from '../../lib/constructs/claim-data-source';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import type { VolumeClaimTemplateProps } from '../../lib/constructs/volume-claim-template-props';
import { manifestOf, newChart, NGINX } from '../synthesis';

function templateOf(props: Partial<VolumeClaimTemplateProps>): unknown {
  const chart = newChart();
  new StatefulSet(chart, 'db', { containers: [NGINX] }).addClaim('data', {
    size: Size.gibibytes(1),
    ...props,
  });
  const { volumeClaimTemplates } = manifestOf(chart, 'StatefulSet').spec as {
    volumeClaimTemplates: unknown[];
  };
  return volumeClaimTemplates[0];
}

it('renders what was asked for and what the API server would add, and never a label of its own', () => {
  expect(templateOf({})).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
      volumeMode: 'Filesystem',
    },
  });
});

it('renders every property', () => {
  expect(
    templateOf({
      size: Size.mebibytes(512),
      storageClassName: 'fast',
      accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY, PersistentVolumeAccessMode.READ_ONLY_MANY],
      volumeMode: PersistentVolumeMode.BLOCK,
      labels: { tier: 'data' },
      annotations: { 'example.org/backup': 'daily' },
      selector: { disk: 'ssd' },
      volumeName: 'pv-7',
      dataSource: ClaimDataSource.snapshot('nightly'),
      volumeAttributesClassName: 'gold',
    }),
  ).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', labels: { tier: 'data' }, annotations: { 'example.org/backup': 'daily' } },
    spec: {
      accessModes: ['ReadWriteMany', 'ReadOnlyMany'],
      resources: { requests: { storage: '512Mi' } },
      storageClassName: 'fast',
      volumeMode: 'Block',
      selector: { matchLabels: { disk: 'ssd' } },
      volumeName: 'pv-7',
      dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'nightly' },
      volumeAttributesClassName: 'gold',
    },
  });
});

it('tells an empty storage class from none', () => {
  expect(templateOf({ storageClassName: '' })).toHaveProperty('spec.storageClassName', '');
  expect(templateOf({})).not.toHaveProperty('spec.storageClassName');
});

it.each([
  { source: ClaimDataSource.claim('seed'), rendered: { kind: 'PersistentVolumeClaim', name: 'seed' } },
  {
    source: ClaimDataSource.of('example.org', 'Dump', 'seed', { namespace: 'backups' }),
    rendered: { apiGroup: 'example.org', kind: 'Dump', name: 'seed', namespace: 'backups' },
  },
])('is filled from a $source.kind by dataSourceRef', ({ source, rendered }) => {
  expect(templateOf({ dataSourceRef: source })).toHaveProperty('spec.dataSourceRef', rendered);
});

it('never renders the namespace of a data source, which only a reference may have', () => {
  const source = ClaimDataSource.of('example.org', 'Dump', 'seed', { namespace: 'backups' });
  expect(templateOf({ dataSource: source })).toHaveProperty('spec.dataSource', {
    apiGroup: 'example.org',
    kind: 'Dump',
    name: 'seed',
  });
});
