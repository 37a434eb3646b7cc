import { Effect } from './policy/effect';
import { type LiveRollout } from './live-rollout';
import { type Judgement } from './set-judgements';
import { type SetRollout } from './rollout/set-rollout';

/** The parts of a set that decide what becomes of its pods. */
const OF_PODS = [
  ['spec', 'template'],
  ['spec', 'updateStrategy'],
  ['spec', 'replicas'],
  ['spec', 'ordinals'],
];

/** What a change comes to where the rollout of the set is stuck: by itself, to nothing. */
export function stuckJudgements(
  rollouts: readonly LiveRollout[],
  { restarted }: SetRollout,
): readonly Judgement[] {
  return rollouts
    .filter(({ isStuck }) => isStuck)
    .flatMap(({ pods: [stuckOn] }) =>
      OF_PODS.map((path): Judgement => ({
        path,
        effect: restarted.count > 0 ? Effect.ROLLING_RESTART : Effect.IN_PLACE,
        cause: { code: 'ROLLOUT_STUCK', stuckOn },
      })),
    );
}
