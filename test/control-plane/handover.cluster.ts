import { type JsonObject } from '../../lib/manifests/json';
import { planScript } from '../../lib/plan/report/plan-script';
import { claimTemplate, service } from '../plan/manifests';
import { ask, inPlace, isWhole, list, type Place } from './cluster';
import { type KindOfChange } from './kinds-of-change';
import { web } from './objects';
import { begin, planned } from './planning';
import { runScript } from './script-run';
import { killedRuns } from './killed-runs';
import { dataOf, lostVolumes } from './state';

const CLASS = 'made-by-hand';
const template = claimTemplate('data', '1Gi', { storageClassName: CLASS });
const RENAMED: KindOfChange = {
  title: 'another name, with volumes that no driver makes',
  old: [service(), web({ volumeClaimTemplates: [template] })],
  wanted: [service(), web({ volumeClaimTemplates: [template] }, {}, { name: 'site' })],
};

/** A volume that is there before any claim, as administrators make them. */
function volume(name: string): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
      storageClassName: CLASS,
      persistentVolumeReclaimPolicy: 'Delete',
      hostPath: { path: `/data/${name}` },
    },
  };
}

/** A claim of a stranger, which waits for a volume of the same class. */
async function strangersClaim({ namespace }: Place): Promise<void> {
  await ask('POST', `/api/v1/namespaces/${namespace}/persistentvolumeclaims`, {
    metadata: { name: 'stranger' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: CLASS,
      resources: { requests: { storage: '1Gi' } },
    },
  });
}

test('a set that moves to another namespace takes its volumes along, in one run or after kills', () =>
  inPlace((place) =>
    inPlace(async ({ namespace }) => {
      const moved = (object: JsonObject): JsonObject => ({
        ...object,
        metadata: { ...(object.metadata as JsonObject), namespace },
      });
      const kind: KindOfChange = {
        title: 'another namespace',
        old: [service(), web()],
        wanted: [moved(service()), moved(web())],
      };
      await begin(kind, place);
      const before = await dataOf(place);
      const script = planScript(await planned(kind, place));
      const { kills, last: run } = await killedRuns(
        (killAfter) => runScript(place, script, { killAfter }),
        async () => {
          expect(await lostVolumes(place, before)).toEqual([]);
        },
      );
      expect({ code: run.code, err: run.err.replace(/^Warning: .*\n/gm, '') }).toEqual({ code: 0, err: '' });
      expect(kills).toBeGreaterThan(2);
      const elsewhere = { ...place, namespace };
      const claims = (await dataOf(elsewhere)).claims;
      expect([...claims]).toEqual([...before.claims]);
      expect(await isWhole(namespace)).toBe(true);
      expect((await dataOf(place)).claims.size).toBe(0);
      expect(await runScript(place, script)).toMatchObject({ code: 0 });
      expect((await dataOf(elsewhere)).claims).toEqual(claims);
    }),
  ));

test('the volumes of a renamed set never go to a claim of somebody else that waits for one', () =>
  inPlace(async (place) => {
    await ask('POST', '/apis/storage.k8s.io/v1/storageclasses', {
      metadata: { name: CLASS },
      provisioner: 'kubernetes.io/no-provisioner',
    });
    const names = [0, 1, 2].map((index) => `${place.namespace}-${index}`);
    try {
      for (const name of names) {
        await ask('POST', '/api/v1/persistentvolumes', volume(name));
      }
      await begin(RENAMED, place);
      await inPlace(async (elsewhere) => {
        await strangersClaim(elsewhere);
        const script = planScript(await planned(RENAMED, place));
        expect(await runScript(place, script)).toMatchObject({ code: 0 });
        const [stranger] = await list('persistentvolumeclaim', elsewhere.namespace);
        expect(stranger.status?.phase).toBe('Pending');
        const claims = await list('persistentvolumeclaim', place.namespace);
        expect(claims.map(({ metadata, spec }) => [metadata.name, spec.volumeName]).sort()).toEqual([
          ['data-site-0', expect.stringMatching(place.namespace)],
          ['data-site-1', expect.stringMatching(place.namespace)],
          ['data-site-2', expect.stringMatching(place.namespace)],
        ]);
      });
    } finally {
      for (const name of names) {
        await ask('DELETE', `/api/v1/persistentvolumes/${name}`);
      }
      await ask('DELETE', `/apis/storage.k8s.io/v1/storageclasses/${CLASS}`);
    }
  }));
