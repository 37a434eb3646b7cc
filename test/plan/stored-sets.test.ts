import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { StoredSets } from '../../lib/plan/stored-sets';
import { set } from './manifests';

test('a stored set has one view, with the name and namespace of its pair', () => {
  const sets = new StoredSets(KubernetesVersion.V1_28);
  const stored = set();
  const view = sets.of(stored, { name: 'db', namespace: 'prod' });
  expect([view.name, view.namespace, view.replicas]).toEqual(['db', 'prod', 3]);
  expect(sets.of(stored, { name: 'db', namespace: 'prod' })).toBe(view);
  expect(sets.of(set(), { name: 'db', namespace: 'prod' })).not.toBe(view);
});
