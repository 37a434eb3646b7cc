import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Testing } from 'cdk8s';
import { NginxWithStorageChart } from '../../examples/nginx-with-storage/chart';
import { fieldOf, type JsonObject } from '../../lib/manifests/json';
import { manifestOf } from '../../lib/manifests/manifest';
import { readManifests } from '../../lib/manifests/reading/read-manifests';
import { plan } from '../../lib/plan/plan';
import { overviewOf } from '../../lib/show/overview';
import { applied, ask, inPlace, kubectl, list, type Place, serverVersion, settled, until } from './cluster';
import { observed } from './observe';

const REPOSITORY = path.join(__dirname, '..', '..');

/** The manifests of an example, as `cdk8s synth` writes them. */
function example(file: string): readonly JsonObject[] {
  return readManifests(readFileSync(path.join(REPOSITORY, file), 'utf8'), file).manifests.map(
    ({ content }) => content,
  );
}

/** What the chart of the example with storage becomes. */
function synthesised(): readonly JsonObject[] {
  return Testing.synth(
    new NginxWithStorageChart(Testing.app(), 'nginx-with-storage'),
  ) as readonly JsonObject[];
}

const NGINX = example('dist/nginx.k8s.yaml');
const NAME = 'nginx-statefulset';

function shown(objects: readonly JsonObject[], namespace: string): ReturnType<typeof overviewOf>['sets'][0] {
  return overviewOf(
    objects.map((object) => manifestOf(object)),
    { namespace },
  ).sets[0];
}

/** The objects with another field of the set. */
function changed(objects: readonly JsonObject[], change: (set: Changeable) => void): readonly JsonObject[] {
  const copy = structuredClone(objects) as unknown as Changeable[];
  copy.filter(({ kind }) => kind === 'StatefulSet').forEach(change);
  return copy as unknown as readonly JsonObject[];
}

interface Changeable {
  kind: string;
  metadata: { annotations?: Record<string, string> };
  spec: { replicas: number; template: { spec: { containers: { image: string }[] } } };
}

const created = (events: readonly string[]): readonly string[] =>
  events.filter((event) => event.startsWith('created ')).map((event) => event.slice('created '.length));
const gone = (events: readonly string[]): readonly string[] =>
  events.filter((event) => event.startsWith('gone ')).map((event) => event.slice('gone '.length));

async function apply(place: Place, objects: readonly JsonObject[]): Promise<void> {
  await applied(place, 'manifests.yaml', objects);
}

describe('the walkthrough of the nginx set', () => {
  test('pods appear in the order that show prints, each when the one before is ready', () =>
    inPlace(async (place) => {
      const events = await observed(place.namespace, () => apply(place, NGINX));
      const names = shown(NGINX, place.namespace).pods.map(({ name }) => name);
      expect(names).toHaveLength(3);
      expect(events).toEqual(names.flatMap((name) => [`created ${name}`, `ready ${name}`]));
    }));

  test('DNS is told the names that show prints', () =>
    inPlace(async (place) => {
      await apply(place, NGINX);
      const { pods } = shown(NGINX, place.namespace);
      const slices = `/apis/discovery.k8s.io/v1/namespaces/${place.namespace}/endpointslices`;
      const names = async (): Promise<readonly string[]> => {
        const { items } = await ask('GET', slices);
        return (items as readonly JsonObject[]).flatMap((slice) => {
          const service = fieldOf(fieldOf(slice.metadata, 'labels'), 'kubernetes.io/service-name');
          return (slice.endpoints as readonly JsonObject[]).map(
            ({ hostname }) =>
              `${hostname as string}.${service as string}.${place.namespace}.svc.cluster.local`,
          );
        });
      };
      await until('every pod is an endpoint', async () => (await names()).length === pods.length);
      expect([...(await names())].sort()).toEqual(pods.map(({ dnsName }) => dnsName).sort());
    }));

  test('ten pods come in their order, and go from the highest down', () =>
    inPlace(async (place) => {
      await apply(place, NGINX);
      const scaledTo = (replicas: number) => async (): Promise<void> => {
        await kubectl(
          ...['scale', `statefulset/${NAME}`, `--replicas=${replicas}`, '--namespace', place.namespace],
        );
        await settled(place.namespace);
        await until(
          'the other pods are gone',
          async () => (await list('pod', place.namespace)).length === replicas,
        );
      };
      const up = await observed(place.namespace, scaledTo(6));
      expect(created(up)).toEqual([3, 4, 5].map((ordinal) => `${NAME}-${ordinal}`));
      const down = await observed(place.namespace, scaledTo(2));
      expect(gone(down)).toEqual([5, 4, 3, 2].map((ordinal) => `${NAME}-${ordinal}`));
    }));

  test('a new image restarts the pods in the order of the plan, and its cause stands in the history', () =>
    inPlace(async (place) => {
      await apply(place, NGINX);
      const wanted = changed(NGINX, (set) => {
        set.spec.template.spec.containers[0].image = 'nginx:1.27';
        set.metadata.annotations = { 'kubernetes.io/change-cause': 'nginx 1.27' };
      });
      const { restarts } = plan({
        old: NGINX.map((object) => manifestOf(object)),
        new: wanted.map((object) => manifestOf(object)),
        version: await serverVersion(),
        namespace: place.namespace,
      });
      const events = await observed(place.namespace, () => apply(place, wanted));
      expect(gone(events)).toEqual(restarts[0].pods);
      expect(restarts[0].pods).toEqual([2, 1, 0].map((ordinal) => `${NAME}-${ordinal}`));
      const history = await kubectl(
        'rollout',
        'history',
        `statefulset/${NAME}`,
        '--namespace',
        place.namespace,
      );
      expect(history.out).toMatch(/^2\s+nginx 1\.27$/m);
      await kubectl(
        ...['annotate', `statefulset/${NAME}`, 'kubernetes.io/change-cause=too late', '--overwrite'],
        ...['--namespace', place.namespace],
      );
      const later = await kubectl(
        'rollout',
        'history',
        `statefulset/${NAME}`,
        '--namespace',
        place.namespace,
      );
      expect(later.out).not.toContain('too late');
    }));

  test('with storage each pod has the claim that show prints, and it outlives the pod', () =>
    inPlace(async (place) => {
      const objects = synthesised();
      await apply(place, objects);
      const claims = shown(objects, place.namespace).pods.flatMap((pod) => pod.claims);
      const live = async (): Promise<ReadonlyMap<string, string>> =>
        new Map(
          (await list('persistentvolumeclaim', place.namespace)).map(({ metadata }) => [
            metadata.name,
            metadata.uid,
          ]),
        );
      const before = await live();
      expect([...before.keys()].sort()).toEqual(claims.map(({ name }) => name).sort());
      await kubectl('scale', 'statefulset/web', '--replicas=0', '--namespace', place.namespace);
      await until('the pods are gone', async () => (await list('pod', place.namespace)).length === 0);
      expect(await live()).toEqual(before);
    }));
});
