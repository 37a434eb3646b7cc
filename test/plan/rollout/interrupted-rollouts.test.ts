// The rollouts are recorded by scripts/record/interrupted.mjs: `npm run record -- VERSION interrupted`.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type JsonObject, textOf } from '../../../lib/manifests/json';
import { LiveObjects } from '../../../lib/manifests/live/live-set';
import { valueAt } from '../../../lib/manifests/field-path';
import { KubernetesVersion, parseKubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import {
  liveBehaviourOf,
  liveStateOf,
  type LiveUpdate,
  NEW_REVISION,
  revisionOfTemplate,
} from '../../../lib/plan/rollout/live-start';
import { simulate } from '../../../lib/plan/rollout/simulate';
import { manifests } from '../manifests';
import { inOrder, objectOf, type RecordedSet, specOf } from './recorded-set';

/** What a cluster had of a set in the middle of something, and what its controller did after one more apply. */
interface InterruptedRollout {
  readonly number: number;
  readonly version: string;
  /** When the objects were read. */
  readonly now: number;
  readonly before: RecordedSet;
  readonly steps: readonly (Partial<RecordedSet> & {
    readonly deletedPod?: number;
    readonly changes?: number;
  })[];
  readonly last: Partial<RecordedSet>;
  readonly objects: readonly JsonObject[];
  readonly events: string;
}

const ROLLOUTS = JSON.parse(
  readFileSync(path.join(__dirname, 'recorded', 'interrupted.json'), 'utf8'),
) as readonly InterruptedRollout[];

type Step = InterruptedRollout['steps'][number];

/** The set as the steps have made it, and the last apply. */
function setAfter({ before, steps, last }: InterruptedRollout): RecordedSet {
  const applied = [...steps, last as Step].filter(({ deletedPod }) => deletedPod === undefined);
  return applied.reduce<RecordedSet>((set, step) => ({ ...set, ...step }), before);
}

/** What the images of the revisions are called: the recordings tell revisions by them. */
function imagesOf(objects: readonly JsonObject[], last: string): ReadonlyMap<string, string> {
  const known = objects
    .filter(({ kind }) => kind === 'ControllerRevision')
    .map((revision): [string, string] => {
      const [container] = valueAt(revision, ['data', 'spec', 'template', 'spec', 'containers']) as [
        JsonObject,
      ];
      return [
        (revision.metadata as { name: string }).name,
        (textOf(container, 'image') ?? '').replace(/^web:/, ''),
      ];
    });
  return new Map([...known, [NEW_REVISION, last]]);
}

function played(rollout: InterruptedRollout): string {
  const version = parseKubernetesVersion(rollout.version) ?? KubernetesVersion.V1_28;
  const set = setAfter(rollout);
  const object = objectOf(set);
  const live = new LiveObjects(manifests(...rollout.objects)).of(rollout.objects[0]);
  if (live === undefined) {
    throw new Error('the pods were not read');
  }
  const images = imagesOf(rollout.objects, set.updateRevision);
  const updateRevision = revisionOfTemplate(live, object, { version }, NEW_REVISION);
  const update: LiveUpdate = { set: live, updateRevision, now: rollout.now };
  const behaviour = liveBehaviourOf(update);
  const broken = [...images].filter(([, image]) => image.startsWith('broken')).map(([name]) => name);
  const { events } = simulate(
    specOf(object, updateRevision, version),
    liveStateOf(update, set.minReadySeconds),
    { ...behaviour, brokenRevisions: [...behaviour.brokenRevisions, ...broken] },
  );
  return inOrder(events)
    .map(({ event, ordinal, revision }) => `${event} ${ordinal} ${images.get(revision) ?? revision}`)
    .join(', ');
}

test.each(
  ROLLOUTS.map((rollout): [number, string, InterruptedRollout] => [rollout.number, rollout.version, rollout]),
)('interrupted rollout %i goes on as with the controller of %s', (_number, _version, rollout) => {
  expect(played(rollout)).toBe(rollout.events);
});

test('many of them are stuck, starting, going or surplus when they are looked at', () => {
  const states = ROLLOUTS.map(({ objects }) => JSON.stringify(objects));
  const count = (part: RegExp): number => states.filter((state) => part.test(state)).length;
  expect(count(/ImagePullBackOff/)).toBeGreaterThan(30);
  expect(count(/deletionTimestamp/)).toBeGreaterThan(5);
  expect(count(/"phase":"Pending","conditions":\[\]}/)).toBeGreaterThan(5);
  expect(new Set(ROLLOUTS.map(({ version }) => version)).size).toBeGreaterThan(1);
});
