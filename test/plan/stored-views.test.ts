import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { StoredViews } from '../../lib/plan/stored-views';
import { service, set } from './manifests';

const NAMED = { name: 'db', namespace: 'prod' };

test('a stored set has one view, with the name and namespace of its pair', () => {
  const views = new StoredViews(KubernetesVersion.V1_28);
  const stored = set();
  const view = views.setOf(stored, NAMED);
  expect([view.name, view.namespace, view.replicas]).toEqual(['db', 'prod', 3]);
  expect(views.setOf(stored, NAMED)).toBe(view);
  expect(views.setOf(set(), NAMED)).not.toBe(view);
});

test('a stored Service has one view, too', () => {
  const views = new StoredViews(KubernetesVersion.V1_28);
  const stored = service();
  const view = views.serviceOf(stored, NAMED);
  expect([view.name, view.namespace, view.isHeadless]).toEqual(['db', 'prod', true]);
  expect(views.serviceOf(stored, NAMED)).toBe(view);
});
