import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { type JsonObject } from '../../lib/manifests/json';
import { MAX_LISTED_PODS } from '../../lib/manifests/views/set-view';
import { type Plan } from '../../lib/plan/plan-model';
import { planJson } from '../../lib/plan/report/plan-json';
import { planText } from '../../lib/plan/report/plan-text';
import { overviewOf } from '../../lib/show/overview';
import {
  BAD,
  livePod,
  liveRevision,
  liveSet,
  NOW,
  OLD,
  ready,
  waitingFor,
  webSet,
} from '../manifests/live/objects';
import { essence, manifests, planOf } from './manifests';

const PODS = 2000;

/** What a cluster has of a set whose pods above an ordinal are broken. */
function live(spec: JsonObject, broken: number, pods: number = PODS): readonly JsonObject[] {
  const sized = { replicas: pods, volumeClaimTemplates: [], ...spec };
  return [
    liveSet('nginx:1.29-typo', { current: OLD, update: BAD }, sized, pods),
    liveRevision(OLD, 1, 'nginx:1.27', sized),
    liveRevision(BAD, 2, 'nginx:1.29-typo', sized),
    ...Array.from({ length: pods }, (_, ordinal) =>
      ordinal < broken
        ? livePod(ordinal, OLD, ready())
        : livePod(ordinal, BAD, waitingFor('ImagePullBackOff')),
    ),
  ];
}

function fixed(spec: JsonObject, broken: number, pods: number = PODS): Plan {
  const wanted = webSet('nginx:1.30', { replicas: pods, volumeClaimTemplates: [], ...spec });
  return planOf(live(spec, broken, pods), [wanted], {
    now: NOW,
    files: ['new.yaml'],
    version: KubernetesVersion.V1_37,
  });
}

describe('a set of two thousand pods that a cluster has', () => {
  test('is planned from its pods as they are', () => {
    const [rollout, ...others] = fixed({}, PODS - 1).rollouts;
    expect(others).toEqual([]);
    expect(rollout).toMatchObject({ isStuck: true, cause: 'waits', doesAnything: false });
    expect(rollout.deletes.map(({ pod }) => pod)).toEqual(['web-1999']);
  });

  test('has as many pods deleted by hand as are broken under OnDelete', () => {
    const plan = fixed({ updateStrategy: { type: 'OnDelete' }, podManagementPolicy: 'Parallel' }, 0);
    const deletes = plan.rollouts.flatMap((rollout) => rollout.deletes.map(({ pod }) => pod));
    expect(deletes).toHaveLength(PODS);
    expect([deletes[0], deletes.at(-1)]).toEqual(['web-1999', 'web-0']);
    expect(planText(planJson(plan))).toContain(
      'web-1999, web-1998, web-1997, web-1996, web-1995 and 1995 more',
    );
  });

  test('restarts the pods that are left, where the controller replaces the broken ones itself', () => {
    const plan = fixed({ podManagementPolicy: 'Parallel' }, 1000);
    expect(plan.rollouts).toMatchObject([{ isStuck: false, cause: 'replaces' }]);
    expect(plan.restarts).toMatchObject([{ podCount: PODS, lastPod: 'web-0' }]);
  });
});

describe('a set of more pods than are listed', () => {
  const pods = MAX_LISTED_PODS + 1;

  test('is planned as if every pod were ready, and the plan says so', () => {
    const plan = fixed({}, pods - 1, pods);
    expect(plan.rollouts).toEqual([]);
    expect(essence(plan.changes)).toContain('status.replicas none LIVE_PODS_TOO_MANY');
    expect(planText(planJson(plan))).toContain('more than 10000 pods is not played through');
  });

  test.each([pods, 2_147_483_647])(
    'is shown without what the controller waits for, with %d pods',
    (replicas) => {
      const [set, ...others] = live({}, 2, 3);
      const huge = { ...set, spec: { ...(set.spec as JsonObject), replicas } };
      const [shown] = overviewOf(manifests(huge, ...others)).sets;
      expect(shown.live?.waiting).toBe('is not followed: the set has more than 10000 pods');
    },
  );
});
