import { setTimeout } from 'node:timers/promises';
import { type KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { inPlace, type Place, serverVersion } from './cluster';
import { type JobPart, jobsOf } from './jobs';
import { type Deletion, type ScriptRun } from './script-run';
import { dataOf, lostVolumes, picture } from './state';
import { apply, begin, expectMended, planned, podsOf, Watch } from './stuck-play';
import { getsStuck, STUCK, type StuckSet } from './stuck-sets';

let version: KubernetesVersion;
beforeAll(async () => {
  version = await serverVersion();
});

/** One set for each template that pods come back from, and each strategy; all where somebody asks for the long way. */
const TITLES: ReadonlySet<string> = new Set([
  'a broken image in a set with claims',
  'a broken image, and back',
  'a broken image above a partition',
  'a broken image, and a partition that goes up to keep the old one',
  'pods that were deleted under OnDelete and Parallel',
]);
const PLAYED = STUCK.filter(({ deletes }) => deletes.length > 0)
  .filter(({ title }) => TITLES.has(title) || process.env.EVERY_STEP !== undefined)
  .map((stuck): [string, StuckSet] => [stuck.title, stuck]);

/** What the deployer does by itself. */
function deploy({ fix }: StuckSet, place: Place): Promise<void> {
  return apply(place, 'fix.yaml', fix);
}

/** Plays a set that is stuck, with its Jobs, and takes away their rights afterwards. */
function withJobs(
  stuck: StuckSet,
  play: (place: Place, run: Awaited<ReturnType<typeof jobsOf>>['run']) => Promise<void>,
): Promise<void> {
  return inPlace(async (place) => {
    if (!getsStuck(stuck, version)) {
      return;
    }
    await begin(stuck, place);
    const jobs = await jobsOf(await planned(stuck, place), place);
    try {
      await play(place, jobs.run);
    } finally {
      await jobs.remove();
    }
  });
}

describe.each(PLAYED)('a set that is stuck by %s and mended by a deployer', (_, stuck) => {
  test.concurrent('is brought to ready by Jobs, with the rights of their service account alone', () =>
    withJobs(stuck, async (place, run) => {
      const data = await dataOf(place);
      const watch = new Watch(place.namespace);
      expect(await run('before')).toMatchObject({ code: 0, err: '', commands: [] });
      await deploy(stuck, place);
      const after = await run('after');
      await watch.end();
      await expectMended(place, after);
      expect(podsOf(after.deletions)).toEqual(stuck.deletes);
      expect(after.deletions.filter(({ uid }) => watch.ready.has(uid))).toEqual([]);
      expect(await lostVolumes(place, data)).toEqual([]);
      const before = await picture(place);
      expect(await run('before')).toMatchObject({ code: 0, err: '', commands: [] });
      await deploy(stuck, place);
      const again = await run('after');
      await expectMended(place, again);
      expect(again.deletions).toEqual([]);
      expect(await picture(place)).toEqual(before);
    }),
  );

  test.concurrent(
    'is brought to ready where each pod of the Jobs is killed, and the next one begins in an empty folder',
    () =>
      withJobs(stuck, async (place, run) => {
        const watch = new Watch(place.namespace);
        const deletions: Deletion[] = [];
        let kills = 0;
        const toTheEnd = async (part: JobPart): Promise<ScriptRun> => {
          let ended: ScriptRun;
          do {
            kills += 1;
            ended = await run(part, { killAfter: 1 });
            deletions.push(...ended.deletions);
          } while (ended.code === 137);
          return ended;
        };
        expect(await toTheEnd('before')).toMatchObject({ code: 0 });
        await deploy(stuck, place);
        const after = await toTheEnd('after');
        await watch.end();
        // Each deletion kills a pod of the second Job.
        expect(kills).toBe(2 + stuck.deletes.length);
        await expectMended(place, after);
        expect(deletions.filter(({ uid }) => watch.ready.has(uid))).toEqual([]);
        expect(podsOf(deletions)).toEqual(stuck.deletes);
      }),
  );

  test.concurrent('is left as it is by a second Job that begins too early, until the apply', () =>
    withJobs(stuck, async (place, run) => {
      const before = await picture(place);
      const early = run('after');
      // Long enough for every deletion.
      await setTimeout(5000);
      expect(await picture(place)).toEqual(before);
      await deploy(stuck, place);
      const after = await early;
      await expectMended(place, after);
      expect(podsOf(after.deletions)).toEqual(stuck.deletes);
    }),
  );
});
