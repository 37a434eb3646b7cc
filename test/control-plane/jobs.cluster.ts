import * as path from 'node:path';
import { loadAll } from 'js-yaml';
import { type JsonObject, textOf } from '../../lib/manifests/json';
import { type KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { ask, type Ended, inPlace, kubectl, type Place, serverVersion } from './cluster';
import { type JobPart, jobsOf } from './jobs';
import { killedRuns } from './killed-runs';
import { isOf, MIGRATED } from './kinds-of-change';
import { expectDone } from './outcome';
import { begin, planned } from './planning';
import { type ScriptRun } from './script-run';
import { dataOf, lostVolumes, picture } from './state';

let version: KubernetesVersion;
beforeAll(async () => {
  version = await serverVersion();
});

/** What the deployer does by itself. */
function deploy(place: Place): Promise<Ended> {
  return kubectl(
    ...['apply', '--namespace', place.namespace, '--filename', path.join(place.folder, 'new.yaml')],
  );
}

/** One kind of change for each part of a procedure; all kinds where somebody asks for the long way. */
const KINDS: ReadonlySet<string> = new Set([
  'larger volumes, where claims go with the set and its size is not written',
  'another claim template',
  'another governing Service',
  'a selector with another label',
  'another name',
  'a client Service that becomes headless',
]);
const PLAYED = MIGRATED.filter(({ title }) => KINDS.has(title) || process.env.EVERY_STEP !== undefined);

describe.each(PLAYED)('a set that gets $title from a deployer', (kind) => {
  test.concurrent('gets it by Jobs around the apply, with the rights of their service account alone', () =>
    inPlace(async (place) => {
      if (!isOf(kind, version)) {
        return;
      }
      await begin(kind, place);
      const data = await dataOf(place);
      const jobs = await jobsOf(await planned(kind, place), place);
      try {
        expect(await jobs.run('before')).toMatchObject({ code: 0, err: '' });
        expect(await deploy(place)).toMatchObject({ code: 0 });
        await expectDone(kind, place, data, await jobs.run('after'));
        const before = await picture(place);
        expect(await jobs.run('before')).toMatchObject({ code: 0 });
        expect(await deploy(place)).toMatchObject({ code: 0 });
        await expectDone(kind, place, data, await jobs.run('after'));
        expect(await picture(place)).toEqual(before);
      } finally {
        await jobs.remove();
      }
    }),
  );

  test.concurrent(
    'gets it where each pod of the Jobs is killed, and the next one begins in an empty folder',
    () =>
      inPlace(async (place) => {
        if (!isOf(kind, version)) {
          return;
        }
        await begin(kind, place);
        const data = await dataOf(place);
        const jobs = await jobsOf(await planned(kind, place), place);
        const toTheEnd = async (part: JobPart): Promise<ScriptRun> => {
          const { last } = await killedRuns(
            (killAfter) => jobs.run(part, { killAfter }),
            async () => {
              expect(await lostVolumes(place, data)).toEqual([]);
            },
          );
          return last;
        };
        try {
          expect(await toTheEnd('before')).toMatchObject({ code: 0 });
          expect(await deploy(place)).toMatchObject({ code: 0 });
          await expectDone(kind, place, data, await toTheEnd('after'));
        } finally {
          await jobs.remove();
        }
      }),
  );
});

test('what is kept in the ConfigMap is what the set was, and how to bring it back stands in the log', () =>
  inPlace(async (place) => {
    const kind = MIGRATED[0];
    await begin(kind, place);
    const [old] = await setsOf(place);
    const jobs = await jobsOf(await planned(kind, place), place);
    try {
      const { out } = await jobs.run('before');
      const [, key, name] = /kept as (\S+) in the ConfigMap [^/]+\/(\S+)/.exec(out) ?? [];
      const { data } = await ask('GET', `/api/v1/namespaces/${place.namespace}/configmaps/${name}`);
      const [copy] = loadAll(textOf(data, key) ?? '') as readonly JsonObject[];
      expect(copy.spec).toEqual(old.spec);
    } finally {
      await jobs.remove();
    }
  }));

async function setsOf({ namespace }: Place): Promise<readonly JsonObject[]> {
  const { items } = await ask('GET', `/apis/apps/v1/namespaces/${namespace}/statefulsets`);
  return items as readonly JsonObject[];
}
