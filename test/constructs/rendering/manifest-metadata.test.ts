import { ApiObject, App, Chart, Lazy } from 'cdk8s';
import { ManifestMetadata } from '../../../lib/constructs/rendering/manifest-metadata';

function newMetadata(options: object = {}): ManifestMetadata {
  const chart = new Chart(new App(), 'chart');
  const apiObject = new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
  return new ManifestMetadata({ ...options, apiObject });
}

describe('ManifestMetadata', () => {
  test('renders its name, its namespace, and the labels and annotations that it has at last', () => {
    const metadata = newMetadata({ name: 'web', namespace: 'prod', labels: { app: 'web' } });
    metadata.addLabel('tier', 'data');
    metadata.addLabel('app', 'db');
    metadata.addAnnotation('note', 'text');
    expect(metadata.toManifest()).toEqual({
      name: 'web',
      namespace: 'prod',
      labels: { app: 'db', tier: 'data' },
      annotations: { note: 'text' },
    });
    expect(metadata.toJson()).toEqual(metadata.toManifest());
  });
  test('renders nothing where there is nothing to say', () => {
    expect(newMetadata().toManifest()).toBeUndefined();
    expect(newMetadata({ labels: {}, annotations: {} }).toManifest()).toBeUndefined();
    expect(newMetadata({ name: 'web', labels: {} }).toManifest()).toEqual({ name: 'web' });
  });
  test('does not keep the labels and annotations that it is given', () => {
    const labels = { app: 'web' };
    const annotations = { note: 'text' };
    const metadata = newMetadata({ labels, annotations });
    metadata.addLabel('tier', 'data');
    metadata.addAnnotation('other', 'text');
    expect([labels, annotations]).toEqual([{ app: 'web' }, { note: 'text' }]);
  });
  test.each<[string, (metadata: ManifestMetadata) => void, object]>([
    [
      'finalizers',
      (metadata) => {
        metadata.addFinalizers('a/b');
      },
      { name: 'web', finalizers: ['a/b'] },
    ],
    [
      'owners',
      (metadata) => {
        metadata.addOwnerReference({ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' });
      },
      { name: 'web', ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' }] },
    ],
    [
      'other fields',
      (metadata) => {
        metadata.add('generateName', 'w-');
      },
      { name: 'web', generateName: 'w-' },
    ],
    [
      'lazy labels',
      (metadata) => {
        metadata.addLabel('app', Lazy.any({ produce: () => 'late' }) as string);
      },
      { name: 'web', labels: { app: 'late' } },
    ],
    [
      'lazy annotations',
      (metadata) => {
        metadata.addAnnotation('note', Lazy.any({ produce: () => 'late' }) as string);
      },
      { name: 'web', annotations: { note: 'late' } },
    ],
  ])('renders %s', (_, change, expected) => {
    const metadata = newMetadata({ name: 'web' });
    change(metadata);
    expect(metadata.toManifest()).toEqual(expected);
  });
  test('renders other fields that it is given at once', () => {
    expect(newMetadata({ name: 'web', finalizers: ['a/b'] }).toManifest()).toEqual({
      name: 'web',
      finalizers: ['a/b'],
    });
  });
});
