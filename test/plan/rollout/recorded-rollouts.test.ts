// The rollouts are recorded by scripts/record/rollouts.mjs: `npm run record -- VERSION`.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { setViewOf } from '../../manifests/views/set-view-of';
import {
  isAtLeast,
  KubernetesVersion,
  parseKubernetesVersion,
} from '../../../lib/kubernetes/kubernetes-version';
import { type RolloutState, type SetSpec, settledState } from '../../../lib/plan/rollout/rollout-state';
import { type PodBehaviour, type RolloutEvent, simulate } from '../../../lib/plan/rollout/simulate';
import { setSpecOf } from '../../../lib/plan/rollout/set-rollout';

type Step = Partial<SetSpec> & { readonly deletedPod?: number };

/** What the StatefulSet controllers of some versions did to the pods of a set, step by step. */
interface RecordedRollout {
  readonly title: string;
  readonly versions: readonly string[];
  readonly before: SetSpec;
  readonly steps: readonly Step[];
  /** One text a step: `delete 2 old, gone 2 old`. */
  readonly events: readonly string[];
}

const ROLLOUTS = JSON.parse(
  readFileSync(path.join(__dirname, 'recorded', 'rollouts.json'), 'utf8'),
) as readonly RecordedRollout[];

const BEHAVIOUR: PodBehaviour = { startSeconds: 1, stopSeconds: 1, brokenRevisions: ['broken'] };

/** What happens in one pass of the controller happens at the same time: pods come ascending, and go descending. */
function inOrder(events: readonly RolloutEvent[]): readonly RolloutEvent[] {
  const passes: RolloutEvent[][] = [];
  for (const event of events) {
    const isAct = event.because !== undefined;
    const last = passes.at(-1);
    if (isAct && last?.[0].because !== undefined) {
      last.push(event);
    } else {
      passes.push([event]);
    }
  }
  return passes.flatMap((pass) =>
    pass.sort(
      (a, b) =>
        a.event.localeCompare(b.event) ||
        (a.event === 'create' ? a.ordinal - b.ordinal : b.ordinal - a.ordinal),
    ),
  );
}

/** What plan reads of the set in a version: that fills in its defaults, and drops what it does not honour. */
function specIn(version: KubernetesVersion, set: SetSpec): SetSpec {
  const { type, ...rollingUpdate } = set.strategy;
  const object = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: {
      replicas: set.replicas,
      ordinals: { start: set.firstOrdinal },
      podManagementPolicy: set.isOrdered ? 'OrderedReady' : 'Parallel',
      minReadySeconds: set.minReadySeconds,
      updateStrategy: { type, ...(type === 'OnDelete' ? {} : { rollingUpdate }) },
    },
  };
  return setSpecOf(setViewOf(object, version), set.updateRevision);
}

function playedThrough({ before, steps }: RecordedRollout, version: KubernetesVersion): readonly string[] {
  let set = before;
  let state: RolloutState = settledState(specIn(version, set));
  return steps.map(({ deletedPod, ...fields }) => {
    set = { ...set, ...fields };
    state = { ...state, pods: state.pods.filter(({ ordinal }) => ordinal !== deletedPod) };
    const { events, end } = simulate(specIn(version, set), state, BEHAVIOUR);
    state = end;
    return inOrder(events)
      .map(({ event, ordinal, revision }) => `${event} ${ordinal} ${revision}`)
      .join(', ');
  });
}

/** What the controller itself does. */
function acts(events: readonly string[]): readonly string[] {
  return events.map((step) => (step.match(/(?:create|delete) \d+ \w+/g) ?? []).join(', '));
}

const cases = ROLLOUTS.flatMap((rollout) =>
  rollout.versions.map((version): [string, string, RecordedRollout] => [rollout.title, version, rollout]),
);

test.each(cases)('%s, as the controller of %s does it', (_, version, rollout) => {
  const known = parseKubernetesVersion(version) ?? KubernetesVersion.V1_28;
  const { isOrdered, minReadySeconds } = rollout.before;
  // Before 1.34 an update under Parallel does not wait for minReadySeconds. The model does: the order is the same.
  const waitsForLess = !isAtLeast(known, KubernetesVersion.V1_34) && !isOrdered && minReadySeconds > 0;
  const compared = waitsForLess ? acts : (events: readonly string[]) => events;
  expect(compared(playedThrough(rollout, known))).toEqual(compared(rollout.events));
});

test('some rollouts get stuck, and some differ by version', () => {
  const titles = ROLLOUTS.map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(new Set(titles).size);
  expect(ROLLOUTS.some(({ events }) => events.at(-1)?.endsWith('create 2 broken') === true)).toBe(true);
});
