import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type JsonObject } from '../../lib/manifests/json';
import { manifestOf } from '../../lib/manifests/manifest';
import { readManifests } from '../../lib/manifests/reading/read-manifests';
import { type KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { plan } from '../../lib/plan/plan';
import { type Plan } from '../../lib/plan/plan-model';
import { planScript } from '../../lib/plan/report/plan-script';
import {
  inPlace,
  isWhole,
  kubectl,
  list,
  type LiveObject,
  type Place,
  serverVersion,
  until,
} from './cluster';
import { isReady } from './observe';
import { type Deletion, runScript, type ScriptRun } from './script-run';
import { dataOf, lostVolumes, picture } from './state';
import { ABOVE_PARTITION, getsStuck, objectsOf, STUCK, type StuckSet } from './stuck-sets';

const READ = 'sts,svc,pvc,pdb,hpa,pods,controllerrevisions';
/** For so long nothing happens any more in a set that is stuck. */
const REST_MS = 2500;

let version: KubernetesVersion;
beforeAll(async () => {
  version = await serverVersion();
});

async function apply(place: Place, name: string, object: JsonObject): Promise<void> {
  const file = path.join(place.folder, place.write(name, objectsOf(object)));
  const { code, err } = await kubectl('apply', '--namespace', place.namespace, '--filename', file);
  expect({ code, err }).toMatchObject({ code: 0 });
}

/** Waits until the pods have been the same for a while. */
async function rested(namespace: string): Promise<void> {
  let [last, since] = ['', Date.now()];
  await until('nothing more happens', async () => {
    const now = JSON.stringify((await list('pod', namespace)).map((pod) => [pod.metadata.uid, isReady(pod)]));
    if (now !== last) {
      [last, since] = [now, Date.now()];
    }
    return Date.now() - since > REST_MS;
  });
}

/** Brings a set to where it is stuck. */
async function begin({ before, deletedOnTheWay = [] }: StuckSet, place: Place): Promise<void> {
  for (const [index, object] of before.entries()) {
    await apply(place, `before-${index}.yaml`, object);
    await rested(place.namespace);
  }
  for (const pod of deletedOnTheWay) {
    await kubectl('delete', 'pod', pod, '--namespace', place.namespace);
    await rested(place.namespace);
  }
}

/** The plan from what the cluster has, read as people read it. */
async function planned({ fix }: StuckSet, place: Place): Promise<Plan> {
  const { out } = await kubectl('get', READ, '--namespace', place.namespace, '--output', 'yaml');
  return plan({
    old: readManifests(out, 'live.yaml').manifests,
    new: objectsOf(fix).map((object) => manifestOf(object)),
    version,
    namespace: place.namespace,
    files: [place.write('fix.yaml', objectsOf(fix))],
    now: Date.now(),
  });
}

/** Every pod that was ever seen ready, by its UID, while something goes on. */
class Watch {
  public readonly ready = new Set<string>();
  private isOver = false;
  private readonly watching: Promise<void>;

  public constructor(private readonly namespace: string) {
    this.watching = this.watch();
  }

  public async end(): Promise<void> {
    this.isOver = true;
    await this.watching;
  }

  private async watch(): Promise<void> {
    while (!this.isOver) {
      for (const pod of await list('pod', this.namespace)) {
        if (isReady(pod)) {
          this.ready.add(pod.metadata.uid);
        }
      }
      await setTimeout(40);
    }
  }
}

async function readyUids(namespace: string): Promise<ReadonlySet<string>> {
  return new Set((await list('pod', namespace)).filter(isReady).map(({ metadata }) => metadata.uid));
}

function podsOf(deletions: readonly Deletion[]): readonly string[] {
  return deletions.map(({ name }) => name);
}

/** The set is whole as the fix wants it. */
async function expectMended({ namespace, folder }: Place, run: ScriptRun): Promise<void> {
  expect({ code: run.code, err: run.code === 0 ? '' : `${run.err}${run.out}` }).toEqual({ code: 0, err: '' });
  await until('the set is whole', () => isWhole(namespace));
  const pods: readonly LiveObject[] = await list('pod', namespace);
  expect(pods.every(isReady)).toBe(true);
  const file = path.join(folder, 'fix.yaml');
  expect(await kubectl('diff', '--namespace', namespace, '--filename', file)).toMatchObject({ out: '' });
}

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
        const deletions: Deletion[] = [];
        let kills = 0;
        let run: ScriptRun;
        do {
          kills += 1;
          run = await runScript(place, script, { killAfter: kills });
          deletions.push(...run.deletions);
        } while (run.code === 137);
        await watch.end();
        expect(kills).toBeGreaterThan(1);
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

test('a set that was made anew since it was planned is left alone', () =>
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
