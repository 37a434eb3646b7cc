// The rollouts are recorded by scripts/record/rollouts.mjs: `npm run record -- VERSION`.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { KubernetesVersion, parseKubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { type RolloutState, settledState } from '../../../lib/plan/rollout/rollout-state';
import { type PodBehaviour, simulate } from '../../../lib/plan/rollout/simulate';
import { inOrder, objectOf, type RecordedSet, specOf } from './recorded-set';

type Step = Partial<RecordedSet> & { readonly deletedPod?: number };

/** What the StatefulSet controllers of some versions did to the pods of a set, step by step. */
interface RecordedRollout {
  readonly title: string;
  readonly versions: readonly string[];
  readonly before: RecordedSet;
  readonly steps: readonly Step[];
  /** One text a step: `delete 2 old, gone 2 old`. */
  readonly events: readonly string[];
}

const ROLLOUTS = JSON.parse(
  readFileSync(path.join(__dirname, 'recorded', 'rollouts.json'), 'utf8'),
) as readonly RecordedRollout[];

const BEHAVIOUR: PodBehaviour = { startSeconds: 1, stopSeconds: 1, brokenRevisions: ['broken'] };

function playedThrough({ before, steps }: RecordedRollout, version: KubernetesVersion): readonly string[] {
  let set = before;
  let state: RolloutState = settledState(specOf(objectOf(set), set.updateRevision, version));
  return steps.map(({ deletedPod, ...fields }) => {
    set = { ...set, ...fields };
    state = { ...state, pods: state.pods.filter(({ ordinal }) => ordinal !== deletedPod) };
    const { events, end } = simulate(specOf(objectOf(set), set.updateRevision, version), state, BEHAVIOUR);
    state = end;
    return inOrder(events)
      .map(({ event, ordinal, revision }) => `${event} ${ordinal} ${revision}`)
      .join(', ');
  });
}

const cases = ROLLOUTS.flatMap((rollout) =>
  rollout.versions.map((version): [string, string, RecordedRollout] => [rollout.title, version, rollout]),
);

test.each(cases)('%s, as the controller of %s does it', (_, version, rollout) => {
  const known = parseKubernetesVersion(version) ?? KubernetesVersion.V1_28;
  expect(playedThrough(rollout, known)).toEqual(rollout.events);
});

test('some rollouts get stuck, and some differ by version', () => {
  const titles = ROLLOUTS.map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(new Set(titles).size);
  expect(ROLLOUTS.some(({ events }) => events.at(-1)?.endsWith('create 2 broken') === true)).toBe(true);
});
