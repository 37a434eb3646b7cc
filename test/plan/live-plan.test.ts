import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { type JsonObject } from '../../lib/manifests/json';
import {
  BAD,
  brokenRollout,
  livePod,
  liveRevision,
  liveSet,
  NOW,
  OLD,
  ready,
  webSet,
} from '../manifests/live/objects';
import { essence, planOf, set } from './manifests';

describe('a plan from what a cluster has', () => {
  const settled = [
    liveSet('nginx:1.27', { current: OLD, update: OLD }),
    liveRevision(OLD, 1, 'nginx:1.27'),
    ...[0, 1, 2].map((ordinal) => livePod(ordinal, OLD, ready())),
  ];

  test('compares a set that an operator owns with the new manifest of it', () => {
    const owner = { apiVersion: 'example.org/v1', kind: 'Database', name: 'db', uid: '1', controller: true };
    const owned = (replicas: number): JsonObject => set({ replicas }, {}, { ownerReferences: [owner] });
    expect(essence(planOf([owned(3)], [owned(4)]).changes)).toEqual(['spec.replicas in-place REPLICAS_UP']);
    expect(planOf([owned(3)], []).changes).toEqual([]);
  });

  test('does not miss pods and revisions in the new manifests', () => {
    const result = planOf(settled, [webSet('nginx:1.27')]);
    expect(result).toMatchObject({ effect: 'none', changes: [] });
  });

  test('restarts only the pods that do not have the template yet', () => {
    const halfway = [
      liveSet('nginx:1.28', { current: OLD, update: BAD }),
      liveRevision(OLD, 1, 'nginx:1.27'),
      liveRevision(BAD, 2, 'nginx:1.28'),
      livePod(0, OLD, ready()),
      livePod(1, OLD, ready()),
      livePod(2, BAD, ready()),
    ];
    const goingBack = planOf(halfway, [webSet('nginx:1.27')], { now: NOW });
    expect(goingBack.restarts.map(({ pods }) => pods)).toEqual([['web-2']]);
    const further = planOf(halfway, [webSet('nginx:1.29')], { now: NOW });
    expect(further.restarts.map(({ pods }) => pods)).toEqual([['web-2', 'web-1', 'web-0']]);
  });

  test('goes on with a rollout that is under way, also with another controller', () => {
    const broken = [...brokenRollout({ podManagementPolicy: 'Parallel' })];
    const fixed = [webSet('nginx:1.29', { podManagementPolicy: 'Parallel' })];
    for (const version of [KubernetesVersion.V1_28, KubernetesVersion.V1_37]) {
      expect(planOf(broken, fixed, { version }).restarts.map(({ pods }) => pods)).toEqual([
        ['web-2', 'web-1', 'web-0'],
      ]);
    }
  });
});
