import * as path from 'node:path';
import { loadAll } from 'js-yaml';
import { type JsonObject, textOf } from '../../lib/manifests/json';
import { valueAt } from '../../lib/manifests/field-path';
import { type KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { planJob } from '../../lib/plan/report/plan-job';
import { kubeconfigOf } from './account';
import { ask, type Ended, inPlace, kubectl, type Place, serverVersion } from './cluster';
import { isOf, type KindOfChange, MIGRATED } from './kinds-of-change';
import { expectDone } from './outcome';
import { begin, planned } from './planning';
import { runScript, type RunOptions, type ScriptRun } from './script-run';
import { dataOf, lostVolumes, picture } from './state';

let version: KubernetesVersion;
beforeAll(async () => {
  version = await serverVersion();
});

/** The scripts of both Jobs, and how their pods would run them: as the service account, in a folder that is new. */
interface Jobs {
  readonly run: (part: 'after' | 'before', options?: RunOptions) => Promise<ScriptRun>;
  readonly remove: () => Promise<void>;
}

let folders = 0;

/** Gives the service account of a plan's Jobs its rights. No node runs the Jobs: the test runs their scripts. */
async function jobsFor(kind: KindOfChange, place: Place): Promise<Jobs> {
  const text = planJob(await planned(kind, place), { deployer: 'flux', image: 'kubectl' });
  const objects = loadAll(text) as readonly JsonObject[];
  const supporting = objects.filter((object) => object.kind !== 'Job');
  const file = path.join(place.folder, place.write('jobs.yaml', supporting));
  expect(await kubectl('apply', '--filename', file)).toMatchObject({ code: 0 });
  const scripts = objects.find((object) => object.kind === 'ConfigMap')?.data;
  const account = textOf(valueAt(objects[0], ['metadata']), 'name') ?? '';
  const kubeconfig = await kubeconfigOf(place, account);
  return {
    run: (part, options = {}) => {
      folders += 1;
      return runScript(place, textOf(scripts, `${part}.sh`) ?? '', {
        ...options,
        kubeconfig,
        environment: { NAMESPACE: place.namespace },
        options: ['--copies', path.join(place.folder, `copies-${folders}`)],
      });
    },
    remove: async () => {
      await kubectl('delete', '--filename', file);
    },
  };
}

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
      const jobs = await jobsFor(kind, place);
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
        const jobs = await jobsFor(kind, place);
        const toTheEnd = async (part: 'after' | 'before'): Promise<ScriptRun> => {
          let kills = 0;
          let run: ScriptRun;
          do {
            kills += 1;
            run = await jobs.run(part, { killAfter: kills });
            expect(await lostVolumes(place, data)).toEqual([]);
          } while (run.code === 137);
          return run;
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
    const jobs = await jobsFor(kind, place);
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
