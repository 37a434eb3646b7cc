import { type JsonObject } from '../../lib/manifests/json';
import { manifestOf } from '../../lib/manifests/manifest';
import { type KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { ApplyMode, type ApplyOptions } from '../../lib/plan/apply-mode';
import { plan } from '../../lib/plan/plan';
import { planScript } from '../../lib/plan/report/plan-script';
import { service, set } from '../plan/manifests';
import { applied, ask, inPlace, isWhole, list, type Place, serverVersion, until } from './cluster';
import { budget, configuration } from './objects';
import { isReady, observed } from './observe';
import { runScript, type ScriptRun } from './script-run';
import { killedRuns } from './killed-runs';
import { picture } from './state';

let version: KubernetesVersion;
beforeAll(async () => {
  version = await serverVersion();
});

const SERVER_SIDE = ['--server-side', '--field-manager', 'deployer'];
const HOW: ApplyOptions = { mode: ApplyMode.SERVER, fieldManager: 'deployer', isForced: false };
const POLICIES: readonly JsonObject[] = [{}, { podManagementPolicy: 'Parallel' }];

function objects(image: string, spec: JsonObject): readonly JsonObject[] {
  const pod = { terminationGracePeriodSeconds: 0, containers: [{ name: 'web', image }] };
  return [service(), set({ replicas: 4, volumeClaimTemplates: [], ...spec }, pod)];
}

/** Applies a sound image, and plans the rungs to another one. */
async function ladder(place: Place, spec: JsonObject, image: string, apply?: ApplyOptions): Promise<string> {
  const old = objects('nginx:1.27', spec);
  await applied(place, 'old.yaml', old, apply === undefined ? [] : SERVER_SIDE);
  return rungs(place, old, objects(image, spec), apply);
}

/** The script of the rungs from what is there to what is wanted. */
function rungs(
  place: Place,
  old: readonly JsonObject[],
  wanted: readonly JsonObject[],
  apply?: ApplyOptions,
): string {
  return planScript(
    plan({
      old: old.map((object) => manifestOf(object)),
      new: wanted.map((object) => manifestOf(object)),
      version,
      namespace: place.namespace,
      files: [place.write('new.yaml', wanted)],
      canary: ['1', '50%'],
      apply,
    }),
  );
}

async function imagesOf(namespace: string): Promise<readonly unknown[]> {
  const pods = await list('pod', namespace);
  return pods.map(({ spec }) => (spec.containers as readonly JsonObject[])[0].image);
}

function expectEnded(run: ScriptRun): void {
  expect({ code: run.code, err: run.code === 0 ? '' : `${run.err}${run.out}` }).toEqual({ code: 0, err: '' });
}

test.concurrent.each(POLICIES)(
  'a canary of a set with %j climbs to the end, and nothing more when run twice',
  (spec) =>
    inPlace(async (place) => {
      const script = await ladder(place, spec, 'nginx:1.28');
      const events = await observed(place.namespace, async () => {
        expectEnded(await runScript(place, script));
      });
      expect(events.filter((event) => event.startsWith('ready'))).toEqual(
        ['web-3', 'web-2', 'web-1', 'web-0'].map((pod) => `ready ${pod}`),
      );
      expect(new Set(await imagesOf(place.namespace))).toEqual(new Set(['nginx:1.28']));
      const before = (await picture(place)).filter((line) => line.startsWith('pod'));
      expectEnded(await runScript(place, script));
      expect((await picture(place)).filter((line) => line.startsWith('pod'))).toEqual(before);
      // From the top there is no step back.
      const back = await runScript(place, script, { options: ['--step', 'back'] });
      expect(back).toMatchObject({ code: 1, commands: [] });
      expect(back.err).toContain('apply the old manifests instead');
    }),
);

test.concurrent.each(POLICIES)(
  'a canary of a set with %j gets to the end however often it is killed',
  (spec) =>
    inPlace(async (place) => {
      const script = await ladder(place, spec, 'nginx:1.28');
      const { kills, last: run } = await killedRuns((killAfter) => runScript(place, script, { killAfter }));
      expectEnded(run);
      expect(kills).toBeGreaterThan(1);
      expect(new Set(await imagesOf(place.namespace))).toEqual(new Set(['nginx:1.28']));
    }),
);

test.concurrent.each(POLICIES)(
  'a broken canary of a set with %j stops at its first pod, and comes back',
  (spec) =>
    inPlace(async (place) => {
      const script = await ladder(place, spec, 'nginx:broken');
      const stopped = await runScript(place, script, { timeout: 8 });
      expect(stopped).toMatchObject({ code: 1, deletions: [] });
      expect(stopped.err).toContain('it is still not true that every pod of the set web is ready');
      expect((await list('pod', place.namespace)).map(isReady)).toEqual([true, true, true, false]);
      const back = await runScript(place, script, { options: ['--step', 'back'] });
      expectEnded(back);
      await until('the set is whole', () => isWhole(place.namespace));
      expect(new Set(await imagesOf(place.namespace))).toEqual(new Set(['nginx:1.27']));
      expect(back.deletions.every(({ name }) => name === 'web-3')).toBe(true);
      const before = (await picture(place)).filter((line) => line.startsWith('pod'));
      expectEnded(await runScript(place, script, { options: ['--step', 'back'] }));
      expect((await picture(place)).filter((line) => line.startsWith('pod'))).toEqual(before);
    }),
);

test.concurrent('a canary under server-side apply climbs to the end, and takes the partition back', () =>
  inPlace(async (place) => {
    const script = await ladder(place, {}, 'nginx:1.28', HOW);
    const { kills, last: run } = await killedRuns((killAfter) => runScript(place, script, { killAfter }));
    expect(kills).toBeGreaterThan(1);
    expectEnded(run);
    expect(new Set(await imagesOf(place.namespace))).toEqual(new Set(['nginx:1.28']));
    const [set] = await list('statefulset', place.namespace);
    expect(set.spec.updateStrategy).toMatchObject({ type: 'RollingUpdate', rollingUpdate: { partition: 0 } });
  }),
);

test.concurrent(
  'a broken canary under server-side apply comes back, and the next apply has no conflict',
  () =>
    inPlace(async (place) => {
      const script = await ladder(place, {}, 'nginx:broken', HOW);
      expect(await runScript(place, script, { timeout: 8 })).toMatchObject({ code: 1, deletions: [] });
      const back = await runScript(place, script, { options: ['--step', 'back'] });
      expectEnded(back);
      await until('the set is whole', () => isWhole(place.namespace));
      expect(new Set(await imagesOf(place.namespace))).toEqual(new Set(['nginx:1.27']));
      expect(back.deletions.map(({ name }) => name)).toEqual(['web-3']);
      const before = (await picture(place)).filter((line) => line.startsWith('pod'));
      expectEnded(await runScript(place, script, { options: ['--step', 'back'] }));
      expect((await picture(place)).filter((line) => line.startsWith('pod'))).toEqual(before);
      // The old manifests change no pod, and those that are mended are taken without a conflict.
      await applied(place, 'again.yaml', objects('nginx:1.27', {}), SERVER_SIDE);
      expect((await picture(place)).filter((line) => line.startsWith('pod'))).toEqual(before);
      await applied(place, 'mended.yaml', objects('nginx:1.28', {}), SERVER_SIDE);
      expect(new Set(await imagesOf(place.namespace))).toEqual(new Set(['nginx:1.28']));
    }),
);

/** Another image, and what it needs beside it: configuration, a label of the Service, a budget. */
function besides(image: string): readonly JsonObject[] {
  const [, web] = objects(image, {});
  const label = image === 'nginx:1.27' ? 'old' : 'new';
  const plain = service();
  return [
    { ...plain, metadata: { ...(plain.metadata as JsonObject), labels: { release: label } } },
    web,
    configuration(label),
    ...(label === 'new' ? [budget(1), { ...set({ replicas: 1 }, {}, { name: 'other' }) }] : []),
  ];
}

test.concurrent.each<[string, ApplyOptions | undefined]>([
  ['', undefined],
  [' under server-side apply', HOW],
])('what changes beside a set is there before its canary%s, which is killed on the way', (_, apply) =>
  inPlace(async (place) => {
    const [old, wanted] = [besides('nginx:1.27'), besides('nginx:broken')];
    await applied(place, 'old.yaml', old, apply === undefined ? [] : SERVER_SIDE);
    const stopped = await runScript(place, rungs(place, old, wanted, apply), { timeout: 8 });
    expect(stopped).toMatchObject({ code: 1, deletions: [] });
    // The first pod is broken; all that is beside the set is as the new manifests say, and no other pod has changed.
    expect(await releasesOf(place)).toEqual(['new', 'new']);
    expect((await list('pod', place.namespace)).filter(isReady).map(({ metadata }) => metadata.name)).toEqual(
      [...['other-0', 'web-0', 'web-1', 'web-2']],
    );
    expectEnded(await runScript(place, rungs(place, old, wanted, apply), { options: ['--step', 'back'] }));
    const sound = rungs(place, old, besides('nginx:1.28'), apply);
    const { kills, last: run } = await killedRuns((killAfter) => runScript(place, sound, { killAfter }));
    expect(kills).toBeGreaterThan(1);
    expectEnded(run);
    await until('the sets are whole', () => isWhole(place.namespace));
    expect(await releasesOf(place)).toEqual(['new', 'new']);
  }),
);

async function releasesOf({ namespace }: Place): Promise<readonly unknown[]> {
  const [{ metadata }] = await list('service', namespace);
  const { data } = await ask('GET', `/api/v1/namespaces/${namespace}/configmaps/web`);
  return [metadata.labels?.release, (data as JsonObject).value];
}
