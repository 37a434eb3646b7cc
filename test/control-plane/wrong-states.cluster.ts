import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { type JsonObject } from '../../lib/manifests/json';
import { planScript } from '../../lib/plan/report/plan-script';
import { service } from '../plan/manifests';
import { kubeconfigOf } from './account';
import { ask, inPlace, kubectl, list, type Place, settled, until } from './cluster';
import { type KindOfChange, MIGRATED } from './kinds-of-change';
import { web } from './objects';
import { begin, type Origin, planned } from './planning';
import { runScript, type RunOptions } from './script-run';
import { picture } from './state';

/** Something that is not as a script expects it. */
interface WrongState {
  readonly title: string;
  readonly change: string;
  /** Makes it so, and says how the script is run then. */
  readonly make: (place: Place) => Promise<RunOptions | undefined>;
  /** What the script says. */
  readonly says: string;
  readonly code?: number;
  readonly origin?: Origin;
}

const STATES: readonly WrongState[] = [
  {
    title: 'without the set',
    change: 'larger volumes',
    make: async ({ namespace }) => {
      await kubectl('delete', 'statefulset', 'web', '--cascade=orphan', '--namespace', namespace);
      await until('the set is gone', async () => (await list('statefulset', namespace)).length === 0);
      return undefined;
    },
    says: 'there is no statefulset web in the namespace',
  },
  {
    title: 'with a context that there is not',
    change: 'larger volumes',
    make: () => Promise.resolve({ context: 'elsewhere' }),
    says: 'there is no context elsewhere',
  },
  {
    title: 'with another namespace',
    change: 'larger volumes',
    make: () => Promise.resolve({ options: ['--namespace', 'elsewhere'] }),
    says: 'this script is for the namespace',
    code: 2,
  },
  {
    title: 'from another folder',
    change: 'larger volumes',
    make: (place) => {
      const cwd = path.join(place.folder, 'elsewhere');
      mkdirSync(cwd);
      return Promise.resolve({ cwd });
    },
    says: 'there is no ./new.yaml here',
  },
  {
    title: 'with a claim that is gone',
    change: 'larger volumes',
    make: async ({ namespace }) => {
      const claim = `/api/v1/namespaces/${namespace}/persistentvolumeclaims/data-web-2`;
      await ask('DELETE', claim);
      await ask('PATCH', claim, { metadata: { finalizers: null } });
      await until('the claim is gone', async () => (await ask('GET', claim)).kind === 'Status');
      return undefined;
    },
    says: 'there is no claim data-web-2',
  },
  {
    title: 'with a class whose volumes do not grow',
    change: 'larger volumes of a class that does not let them',
    make: () => Promise.resolve(undefined),
    says: 'cannot grow to 2Gi',
  },
  {
    title: 'with more pods than the plan knew of',
    change: 'larger volumes',
    make: async ({ namespace }) => {
      await kubectl('scale', 'statefulset', 'web', '--replicas=4', '--namespace', namespace);
      await settled(namespace);
      return undefined;
    },
    says: 'the set web runs with 4 pods',
  },
  {
    title: 'with a pod that is not ready, where pods are to restart',
    change: 'another claim template',
    make: async ({ namespace }) => {
      await ask('PATCH', `/api/v1/namespaces/${namespace}/pods/web-1/status`, {
        status: { conditions: [{ type: 'Ready', status: 'False' }] },
      });
      return undefined;
    },
    says: 'the pod web-1 is not ready',
  },
  {
    title: 'with a set that was recreated since it was planned',
    change: 'larger volumes',
    origin: 'cluster',
    make: async (place) => {
      await kubectl('delete', 'statefulset', 'web', '--cascade=orphan', '--namespace', place.namespace);
      await until('the set is gone', async () => (await list('statefulset', place.namespace)).length === 0);
      await kubectl(
        'apply',
        '--namespace',
        place.namespace,
        '--filename',
        path.join(place.folder, 'old.yaml'),
      );
      await settled(place.namespace);
      return undefined;
    },
    says: 'is not the one that the plan was made for',
  },
  {
    title: 'with an objection of the API server that no manifest tells of',
    change: 'larger volumes',
    make: async ({ namespace }) => {
      const quota = `/api/v1/namespaces/${namespace}/resourcequotas`;
      await ask('POST', quota, {
        metadata: { name: 'sets' },
        spec: { hard: { 'count/statefulsets.apps': '1' } },
      });
      await until('the quota holds', async () =>
        JSON.stringify(await ask('GET', quota)).includes('"used":{"count/statefulsets.apps":"1"}'),
      );
      return undefined;
    },
    says: 'the API server rejects the new set under any name',
  },
  {
    title: 'with another manifest that the API server refuses',
    change: 'larger volumes',
    make: (place) => {
      place.write('new.yaml', [
        service({ ports: [{ port: 0 }] }),
        ...named('larger volumes').wanted.slice(1),
      ]);
      return Promise.resolve(undefined);
    },
    says: 'the API server rejects service/web',
  },
  {
    title: 'with a new set that is there already',
    change: 'another name',
    make: async (place) => {
      await kubectl(
        'apply',
        '--namespace',
        place.namespace,
        '--filename',
        path.join(place.folder, 'new.yaml'),
      );
      await settled(place.namespace);
      return undefined;
    },
    says: 'there is a set site in the namespace',
  },
  ...[
    'larger volumes',
    'another claim template',
    'another name',
    'a client Service that becomes headless',
  ].map((change): WrongState => ({
    title: 'without the rights',
    change,
    make: async (place) => ({ kubeconfig: await viewer(place) }),
    says: 'may not',
  })),
];

const MORE: readonly KindOfChange[] = [
  {
    title: 'larger volumes of a class that does not let them',
    old: [service(), web({ volumeClaimTemplates: [fixed('1Gi')] })],
    wanted: [service(), web({ volumeClaimTemplates: [fixed('2Gi')] })],
  },
];

function claimSpec(storage: string): JsonObject {
  return { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } };
}

function fixed(storage: string): JsonObject {
  return { metadata: { name: 'data' }, spec: { ...claimSpec(storage), storageClassName: 'fixed-in-size' } };
}

function named(title: string): KindOfChange {
  const kind = [...MIGRATED, ...MORE].find((one) => one.title === title);
  if (kind === undefined) {
    throw new Error(`there is no kind of change '${title}'`);
  }
  return kind;
}

/** A configuration of kubectl for somebody who may only look. */
async function viewer(place: Place): Promise<string> {
  const { namespace } = place;
  await ask('POST', `/api/v1/namespaces/${namespace}/serviceaccounts`, { metadata: { name: 'viewer' } });
  await ask('POST', `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/rolebindings`, {
    metadata: { name: 'viewer' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    subjects: [{ kind: 'ServiceAccount', name: 'viewer', namespace }],
  });
  return kubeconfigOf(place, 'viewer');
}

/** The default class of the cluster, but its volumes keep their size. */
beforeAll(async () => {
  const { items } = await ask('GET', '/apis/storage.k8s.io/v1/storageclasses');
  const classes = items as readonly JsonObject[];
  const usual = classes.find((one) => JSON.stringify(one.metadata).includes('is-default-class":"true"'));
  await ask('POST', '/apis/storage.k8s.io/v1/storageclasses', {
    metadata: { name: 'fixed-in-size' },
    provisioner: usual?.provisioner,
    parameters: usual?.parameters,
    allowVolumeExpansion: false,
  });
});

describe('a script that is started', () => {
  test.concurrent.each(
    STATES.map((state): [string, string, WrongState] => [state.title, state.change, state]),
  )(
    '%s, on the way to %s, changes nothing and says why',
    (_title, change, { make, says, code = 1, origin }) =>
      inPlace(async (place) => {
        const kind = named(change);
        await begin(kind, place);
        const script = planScript(await planned(kind, place, origin));
        const options = await make(place);
        const before = await picture(place);
        const run = await runScript(place, script, options);
        expect(run.err).toContain(says);
        expect({ code: run.code, commands: run.commands }).toEqual({ code, commands: [] });
        expect(await picture(place)).toEqual(before);
      }),
  );
});
