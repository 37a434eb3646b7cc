import { type KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { planScript } from '../../lib/plan/report/plan-script';
import { inPlace, isWhole, kubectl, list, serverVersion, until } from './cluster';
import { isReady } from './observe';
import { runScript } from './script-run';
import { killedRuns } from './killed-runs';
import { dataOf, lostVolumes, picture } from './state';
import { apply, begin, expectMended, planned, podsOf, readyUids, rested, Watch } from './stuck-play';
import { ABOVE_PARTITION, getsStuck, STUCK, type StuckSet } from './stuck-sets';

let version: KubernetesVersion;
beforeAll(async () => {
  version = await serverVersion();
});

const cases = STUCK.map((stuck): [string, StuckSet] => [stuck.title, stuck]);

describe('a set that is stuck', () => {
  test.concurrent.each(cases)('is brought to ready from %s, by deleting no pod that is ready', (_, stuck) =>
    inPlace(async (place) => {
      if (!getsStuck(stuck, version)) {
        return;
      }
      await begin(stuck, place);
      const data = await dataOf(place);
      const result = await planned(stuck, place);
      expect(result.rollouts.flatMap(({ deletes }) => deletes.map(({ pod }) => pod))).toEqual(stuck.deletes);
      if (stuck.deletes.length === 0) {
        // The apply alone is enough, and there is nothing for a script to do.
        expect(result.migration).toBeUndefined();
        await apply(place, 'fix.yaml', stuck.fix);
        await until('the set is whole', () => isWhole(place.namespace));
        return;
      }
      const script = planScript(result);
      const watch = new Watch(place.namespace);
      const run = await runScript(place, script);
      await watch.end();
      await expectMended(place, run);
      expect(podsOf(run.deletions)).toEqual(stuck.deletes);
      expect(run.deletions.filter(({ uid }) => watch.ready.has(uid))).toEqual([]);
      expect(await lostVolumes(place, data)).toEqual([]);
      const before = await picture(place);
      const again = await runScript(place, script);
      await expectMended(place, again);
      expect(again.deletions).toEqual([]);
      expect(await picture(place)).toEqual(before);
    }),
  );

  test.concurrent.each(cases.filter(([, { deletes }]) => deletes.length > 0))(
    'stays stuck after the apply alone with %s',
    (_, stuck) =>
      inPlace(async (place) => {
        if (!getsStuck(stuck, version)) {
          return;
        }
        await begin(stuck, place);
        const ready = await readyUids(place.namespace);
        await apply(place, 'fix.yaml', stuck.fix);
        await rested(place.namespace);
        expect(await isWhole(place.namespace)).toBe(false);
        expect(await readyUids(place.namespace)).toEqual(ready);
        // Planned after the apply, when somebody looks why nothing happens, the way out is the same.
        const result = await planned(stuck, place);
        const run = await runScript(place, planScript(result));
        await expectMended(place, run);
        expect(podsOf(run.deletions)).toEqual(stuck.deletes);
      }),
  );

  test.concurrent.each(cases.filter(([, { deletes }]) => deletes.length > 0))(
    'is brought to ready however often the script is killed on the way, with %s',
    (_, stuck) =>
      inPlace(async (place) => {
        if (!getsStuck(stuck, version)) {
          return;
        }
        await begin(stuck, place);
        const script = planScript(await planned(stuck, place));
        const watch = new Watch(place.namespace);
        const {
          kills,
          last: run,
          deletions,
        } = await killedRuns((killAfter) => runScript(place, script, { killAfter }));
        await watch.end();
        expect(kills).toBeGreaterThan(0);
        await expectMended(place, run);
        expect(deletions.filter(({ uid }) => watch.ready.has(uid))).toEqual([]);
        expect(podsOf(deletions)).toEqual(stuck.deletes);
      }),
  );
});

test('a pod that became ready since it was planned is left alone', () =>
  inPlace(async (place) => {
    await begin(ABOVE_PARTITION, place);
    const script = planScript(await planned(ABOVE_PARTITION, place));
    const image = { spec: { containers: [{ name: 'web', image: 'nginx:1.29' }] } };
    await kubectl(
      ...['patch', 'pod', 'web-2', '--namespace', place.namespace, '--type', 'strategic'],
      ...['--patch', JSON.stringify(image)],
    );
    await until('the pod is ready', async () => (await list('pod', place.namespace)).every(isReady));
    const run = await runScript(place, script);
    await expectMended(place, run);
    expect(run.deletions).toEqual([]);
  }));

test('a set that was recreated since it was planned is left alone', () =>
  inPlace(async (place) => {
    const [stuck] = STUCK;
    await begin(stuck, place);
    const script = planScript(await planned(stuck, place));
    await kubectl('delete', 'statefulset', 'web', '--cascade=orphan', '--namespace', place.namespace);
    await apply(place, 'again.yaml', stuck.before[1]);
    await until('the pods are adopted', async () => {
      const [made] = await list('statefulset', place.namespace);
      const pods = await list('pod', place.namespace);
      return pods.every(({ metadata }) => metadata.ownerReferences?.[0]?.uid === made.metadata.uid);
    });
    const before = await picture(place);
    const run = await runScript(place, script);
    expect({ code: run.code, commands: run.commands }).toEqual({ code: 1, commands: [] });
    expect(run.err).toContain('is another one than the plan was made for');
    expect((await picture(place)).filter((line) => line.startsWith('pod'))).toEqual(
      before.filter((line) => line.startsWith('pod')),
    );
  }));
