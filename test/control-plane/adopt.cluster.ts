import * as path from 'node:path';
import { adopt, isExact } from '../../lib/adopt';
import { type JsonObject } from '../../lib/manifests/json';
import { readManifests } from '../../lib/manifests/reading/read-manifests';
import { examples, runningSets } from '../adopt/inputs';
import { inPlace, kubectl, list, type Place, serverVersion, until } from './cluster';
import { budget, web } from './objects';
import { service } from '../plan/manifests';

const READ = 'statefulsets,services,persistentvolumeclaims,poddisruptionbudgets,configmaps,serviceaccounts';

/** The set with its revision, and each pod, by what an apply that changes nothing leaves as it is. */
async function stateOf({ namespace }: Place): Promise<readonly string[]> {
  const [sets, pods] = await Promise.all([list('statefulset', namespace), list('pod', namespace)]);
  return [
    ...sets.map(
      ({ metadata, status }) =>
        `set ${metadata.name} ${metadata.uid} ${metadata.generation ?? 0} ${JSON.stringify(status?.updateRevision)}`,
    ),
    ...pods.map(({ metadata }) => `pod ${metadata.name} ${metadata.uid}`),
  ].sort();
}

/** What `kubectl get` prints of a place, without what the cluster puts into every namespace. */
async function liveYaml({ namespace }: Place): Promise<ReturnType<typeof readManifests>['manifests']> {
  const { out } = await kubectl('get', READ, '--namespace', namespace, '--output', 'yaml');
  return readManifests(out, 'live.yaml').manifests.filter(
    ({ name }) => name !== 'kube-root-ca.crt' && name !== 'default',
  );
}

async function send(verb: string, place: Place, name: string, objects: readonly JsonObject[]): Promise<void> {
  const file = path.join(place.folder, place.write(name, objects));
  const { code, err } = await kubectl(verb, '--namespace', place.namespace, '--filename', file);
  expect(code === 0 ? '' : err).toBe('');
}

/** Waits until the controller has seen every set as it is now. Some of them wait for storage that no test has. */
async function observed(namespace: string): Promise<void> {
  await until('the controller has seen the sets', async () =>
    (await list('statefulset', namespace)).every(
      ({ metadata, status }) =>
        status?.updateRevision !== undefined && status.observedGeneration === metadata.generation,
    ),
  );
}

const WRITTEN: readonly { readonly title: string; readonly objects: readonly JsonObject[] }[] = [
  { title: 'by hand, with a claim and a budget', objects: [service(), web(), budget(1)] },
  ...[...runningSets(), ...examples()].map(({ title, manifests }) => ({
    title,
    objects: manifests.map(({ content }) => content),
  })),
];

describe.each(WRITTEN)('a set that was written: $title', ({ objects }) => {
  // Helm and others leave no memory of the manifest on the object, as kubectl apply does.
  test.concurrent.each(['apply', 'create'])(
    'is adopted after kubectl %s, and an apply of the code changes nothing',
    (verb) =>
      inPlace(async (place) => {
        const { namespace } = place;
        const placed = objects.map((object) => ({
          ...object,
          metadata: { ...(object.metadata as JsonObject), namespace },
        }));
        await send(verb, place, 'original.yaml', placed);
        await observed(namespace);
        const adopted = adopt({ manifests: await liveYaml(place), version: await serverVersion() });
        expect(adopted.plan.changes).toEqual([]);
        expect(isExact(adopted)).toBe(true);
        const before = await stateOf(place);
        await send('apply', place, 'adopted.yaml', adopted.objects);
        await observed(namespace);
        // Pods may still be coming; those that were there are what they were.
        expect(await stateOf(place)).toEqual(expect.arrayContaining([...before]));
      }),
  );
});
