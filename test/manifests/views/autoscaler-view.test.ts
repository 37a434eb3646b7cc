import { DEFAULT_KUBERNETES_VERSION } from '../../../lib/kubernetes/kubernetes-version';
import { type JsonObject } from '../../../lib/manifests/json';
import { LastWalk } from '../../../lib/manifests/last-walk';
import { manifestOf } from '../../../lib/manifests/manifest';
import { AutoscalerView } from '../../../lib/manifests/views/autoscaler-view';

function view(spec: JsonObject): AutoscalerView {
  return new AutoscalerView(manifestOf({ spec }), new LastWalk(DEFAULT_KUBERNETES_VERSION));
}

test.each([
  ['apps/v1', 'StatefulSet', 'web'],
  ['apps/v1', 'Deployment', undefined],
  ['v1', 'StatefulSet', undefined],
  ['apps.kruise.io/v1beta1', 'StatefulSet', undefined],
])('of a target %s %s, names the set %s', (apiVersion, kind, setName) => {
  expect(view({ scaleTargetRef: { apiVersion, kind, name: 'web' } }).setName).toBe(setName);
});

test('keeps one pod at least where it says nothing', () => {
  expect([view({}).minReplicas, view({}).maxReplicas]).toEqual([1, undefined]);
  expect([view({ minReplicas: 2, maxReplicas: 5 })].map((one) => [one.minReplicas, one.maxReplicas])).toEqual(
    [[2, 5]],
  );
  expect(view({ minReplicas: '2' }).minReplicas).toBeUndefined();
});
