import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { type PodState, type RolloutState, type SetSpec } from '../../../lib/plan/rollout/rollout-state';
import { type PodBehaviour } from '../../../lib/plan/rollout/simulate';
import { wayOutOf } from '../../../lib/plan/rollout/way-out';

const FIXED: SetSpec = {
  name: 'web',
  replicas: 3,
  firstOrdinal: 0,
  isOrdered: true,
  strategy: { type: 'RollingUpdate', partition: 0 },
  minReadySeconds: 0,
  updateRevision: 'fixed',
  version: KubernetesVersion.V1_37,
};
const BEHAVIOUR: PodBehaviour = { startSeconds: 1, stopSeconds: 1, brokenRevisions: ['bad'] };

const good = (ordinal: number, revision = 'old'): PodState => ({ ordinal, revision, phase: 'available' });
const bad = (ordinal: number, revision = 'bad'): PodState => ({ ordinal, revision, phase: 'starting' });
const state = (...pods: readonly PodState[]): RolloutState => ({ pods, currentRevision: 'old' });

function way(spec: Partial<SetSpec>, ...pods: readonly PodState[]): Record<string, unknown> {
  const { alone, deletions, whole } = wayOutOf({ ...FIXED, ...spec }, state(...pods), BEHAVIOUR);
  return {
    alone: alone.events.filter(({ event }) => event === 'delete').map(({ ordinal }) => ordinal),
    stuckOn: alone.stuckOn?.ordinal,
    deletions: deletions.map(({ ordinal }) => ordinal),
    end: whole.end.pods
      .map(({ revision, phase }) => (phase === 'available' ? revision : `${revision}!`))
      .join(' '),
  };
}

describe('the way out of a rollout that is stuck', () => {
  test('under OrderedReady is to delete the pod that the controller waits for', () => {
    expect(way({}, good(0), good(1), bad(2))).toEqual({
      alone: [],
      stuckOn: 2,
      deletions: [2],
      end: 'fixed fixed fixed',
    });
  });

  test('ends with that where the fix is the template from before', () => {
    expect(way({ updateRevision: 'old' }, good(0), good(1), bad(2))).toMatchObject({
      alone: [],
      deletions: [2],
      end: 'old old old',
    });
  });

  test('goes from the lowest pod up where several are stuck', () => {
    expect(way({}, good(0), bad(1), bad(2))).toMatchObject({ stuckOn: 1, deletions: [1, 2] });
  });

  test.each([KubernetesVersion.V1_28, KubernetesVersion.V1_37])(
    'is the apply alone under Parallel, with a controller of %s',
    (version) => {
      expect(way({ isOrdered: false, version }, good(0), good(1), bad(2))).toMatchObject({
        stuckOn: undefined,
        deletions: [],
        end: 'fixed fixed fixed',
      });
    },
  );

  test('below a partition brings the template from before back', () => {
    const strategy = { type: 'RollingUpdate', partition: 3 } as const;
    expect(way({ strategy }, good(0), good(1), bad(2))).toMatchObject({
      stuckOn: 2,
      deletions: [2],
      end: 'old old old',
    });
    // The controller does not wait for it, and does not replace it either.
    expect(way({ strategy, isOrdered: false }, good(0), good(1), bad(2))).toMatchObject({
      stuckOn: undefined,
      deletions: [2],
      end: 'old old old',
    });
  });

  test('with OnDelete is to delete broken pods, and none that is ready', () => {
    expect(way({ strategy: { type: 'OnDelete' }, isOrdered: false }, good(0), bad(1), bad(2))).toMatchObject({
      alone: [],
      deletions: [2, 1],
      end: 'old fixed fixed',
    });
  });

  test('is not to delete a pod that comes back from the same template', () => {
    const result = way({ updateRevision: 'bad' }, good(0), good(1), bad(2));
    expect(result).toMatchObject({ stuckOn: 2, deletions: [], end: 'old old bad!' });
    expect(way({ updateRevision: 'old' }, bad(0, 'old'), good(1), good(2))).toMatchObject({
      stuckOn: 0,
      deletions: [],
    });
  });

  test('removes a surplus pod that is stuck behind another one', () => {
    const spec = { replicas: 1, updateRevision: 'old' };
    expect(way(spec, good(0), bad(1), bad(2))).toMatchObject({ stuckOn: 2, deletions: [2], end: 'old' });
  });

  test('is not needed where a pod is only starting', () => {
    expect(way({}, good(0), good(1), { ...bad(2, 'old'), until: 1 })).toMatchObject({
      deletions: [],
      end: 'fixed fixed fixed',
    });
  });
});
