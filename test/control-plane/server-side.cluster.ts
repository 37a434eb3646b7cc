import * as path from 'node:path';
import { type JsonObject, textOf } from '../../lib/manifests/json';
import { type KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { ApplyMode, type ApplyOptions } from '../../lib/plan/apply-mode';
import { planScript } from '../../lib/plan/report/plan-script';
import { ask, type Ended, inPlace, kubectl, list, type Place, serverVersion } from './cluster';
import { jobsOf } from './jobs';
import { isOf, type KindOfChange, MIGRATED } from './kinds-of-change';
import { expectDone } from './outcome';
import { begin, planned } from './planning';
import { runScript } from './script-run';
import { killedRuns } from './killed-runs';
import { dataOf, lostVolumes, picture } from './state';
import { ABOVE_PARTITION, getsStuck, STUCK, type StuckSet } from './stuck-sets';
import * as stuckPlay from './stuck-play';

const MANAGER = 'deployer';
const HOW: ApplyOptions = { mode: ApplyMode.SERVER, fieldManager: MANAGER, isForced: false };
const OPTIONS = ['--server-side', '--field-manager', MANAGER];

let version: KubernetesVersion;
beforeAll(async () => {
  version = await serverVersion();
});

/** Who has set fields of the sets and Services of a place, each kind of them once. */
async function managersOf({ namespace }: Place): Promise<readonly string[]> {
  const answers = await Promise.all([
    ask('GET', `/apis/apps/v1/namespaces/${namespace}/statefulsets`),
    ask('GET', `/api/v1/namespaces/${namespace}/services`),
  ]);
  const objects = answers.flatMap(({ items }) => items as readonly JsonObject[]);
  const entries = objects.flatMap(
    ({ metadata }) => (metadata as JsonObject).managedFields as readonly JsonObject[],
  );
  const named = entries
    .filter((entry) => !('subresource' in entry))
    .map((entry) => `${textOf(entry, 'manager') ?? ''} ${JSON.stringify(fieldsOf(entry))}`);
  return [...new Set(named)].sort();
}

function fieldsOf({ manager, fieldsV1 }: JsonObject): unknown {
  return manager === MANAGER ? 'of the manifest' : fieldsV1;
}

/** Nobody is in the way of the next apply, and it takes no pod away. */
async function expectFree(kind: KindOfChange, place: Place): Promise<void> {
  const isUnsized = kind.wanted.some(
    ({ kind: name, spec }) => name === 'StatefulSet' && !('replicas' in (spec as JsonObject)),
  );
  expect(await managersOf(place)).toEqual([
    ...(isUnsized ? ['cdk8s-stateful {"f:spec":{"f:replicas":{}}}'] : []),
    `${MANAGER} "of the manifest"`,
  ]);
  const before = await list('statefulset', place.namespace);
  const changed = kind.wanted.map((object) =>
    object.kind === 'StatefulSet'
      ? { ...object, spec: { ...(object.spec as JsonObject), minReadySeconds: 1 } }
      : object,
  );
  expect(await deployed(place, 'next.yaml', changed)).toMatchObject({ code: 0 });
  const after = await list('statefulset', place.namespace);
  expect(after.map(({ spec }) => [spec.replicas, spec.minReadySeconds])).toEqual(
    before.map(({ spec }) => [spec.replicas, 1]),
  );
}

function deployed(place: Place, name: string, objects: readonly JsonObject[]): Promise<Ended> {
  const file = path.join(place.folder, place.write(name, objects));
  return kubectl('apply', '--namespace', place.namespace, '--filename', file, ...OPTIONS);
}

/** One kind of change for each part of a procedure; all kinds where somebody asks for the long way. */
const KINDS: ReadonlySet<string> = new Set([
  'larger volumes',
  'larger volumes, where claims go with the set and its size is not written',
  'another claim template',
  'another governing Service',
  'a selector with another label',
  'another name',
  'another name, where claims go with the set and its size is not written',
  'a client Service that becomes headless',
]);
const PLAYED = MIGRATED.filter(({ title }) => KINDS.has(title) || process.env.EVERY_STEP !== undefined);

describe.each(PLAYED)('a set that gets $title by server-side apply', (kind) => {
  test.concurrent('gets it by a script, which leaves every field to those who apply it', () =>
    inPlace(async (place) => {
      if (!isOf(kind, version)) {
        return;
      }
      await begin(kind, place, OPTIONS);
      const data = await dataOf(place);
      const script = planScript(await planned(kind, place, 'manifests', HOW));
      await expectDone(kind, place, data, await runScript(place, script), OPTIONS);
      const before = await picture(place);
      await expectDone(kind, place, data, await runScript(place, script), OPTIONS);
      expect(await picture(place)).toEqual(before);
      await expectFree(kind, place);
    }),
  );

  test.concurrent('gets it however often the script is killed on the way', () =>
    inPlace(async (place) => {
      if (!isOf(kind, version)) {
        return;
      }
      await begin(kind, place, OPTIONS);
      const data = await dataOf(place);
      const script = planScript(
        await planned(kind, place, 'cluster', { mode: ApplyMode.SERVER, isForced: false }),
      );
      const { kills, last: run } = await killedRuns(
        (killAfter) => runScript(place, script, { killAfter }),
        async () => {
          expect(await lostVolumes(place, data)).toEqual([]);
        },
      );
      expect(kills).toBeGreaterThan(0);
      await expectDone(kind, place, data, run, OPTIONS);
      await expectFree(kind, place);
    }),
  );
});

test('Jobs leave every field to the deployer, too, and the number of pods to nobody who would take it back', () =>
  inPlace(async (place) => {
    const kind = MIGRATED.find(({ title }) => title.includes('its size is not written')) ?? MIGRATED[0];
    await begin(kind, place, OPTIONS);
    const data = await dataOf(place);
    const jobs = await jobsOf(await planned(kind, place, 'manifests', HOW), place);
    try {
      expect(await jobs.run('before')).toMatchObject({ code: 0, err: '' });
      expect(await deployed(place, 'new.yaml', kind.wanted)).toMatchObject({ code: 0 });
      await expectDone(kind, place, data, await jobs.run('after'), OPTIONS);
      await expectFree(kind, place);
    } finally {
      await jobs.remove();
    }
  }));

test('a script stops at a field that somebody else has set, before it changes anything', () =>
  inPlace(async (place) => {
    const [kind] = MIGRATED;
    await begin(kind, place, OPTIONS);
    const script = planScript(await planned(kind, place, 'manifests', HOW));
    await kubectl('scale', 'statefulset/web', '--replicas=2', '--namespace', place.namespace);
    const before = await picture(place);
    const run = await runScript(place, script);
    expect(run).toMatchObject({ code: 1, commands: [] });
    expect(run.err).toContain('.spec.replicas');
    expect(run.err).toContain('others have set the fields above of the statefulset web');
    expect(run.err).toContain('Nothing has been changed.');
    expect((await picture(place)).filter((line) => !line.startsWith('pod'))).toEqual(
      before.filter((line) => !line.startsWith('pod')),
    );
    const forced = planScript(await planned(kind, place, 'manifests', { ...HOW, isForced: true }));
    expect(await runScript(place, forced)).toMatchObject({ code: 0 });
    const [set] = await list('statefulset', place.namespace);
    expect(set.spec.replicas).toBe(3);
  }));

const ROLLOUTS = STUCK.filter(
  (stuck) =>
    stuck === ABOVE_PARTITION ||
    ['a broken image in a set with claims', 'a broken image, and back'].includes(stuck.title),
).map((stuck): [string, StuckSet] => [stuck.title, stuck]);

test.concurrent.each(ROLLOUTS)(
  'a set that is stuck by %s under server-side apply is brought to ready, also where the script is killed',
  (_, stuck) =>
    inPlace(async (place) => {
      if (!getsStuck(stuck, version)) {
        return;
      }
      await stuckPlay.begin(stuck, place, OPTIONS);
      const script = planScript(await stuckPlay.planned(stuck, place, HOW));
      const {
        kills,
        last: run,
        deletions,
      } = await killedRuns((killAfter) => runScript(place, script, { killAfter }));
      await stuckPlay.expectMended(place, run, OPTIONS);
      expect(kills).toBeGreaterThan(0);
      expect(stuckPlay.podsOf(deletions)).toEqual(stuck.deletes);
      const before = await picture(place);
      const again = await runScript(place, script);
      await stuckPlay.expectMended(place, again, OPTIONS);
      expect(await picture(place)).toEqual(before);
      expect(await managersOf(place)).toEqual([`${MANAGER} "of the manifest"`]);
    }),
);
