import { Testing } from 'cdk8s';
import { NginxWithStorageChart } from '../../examples/nginx-with-storage/chart';
import { ARGO_CD_TRACKING_LABELS } from '../../lib/kubernetes/argo-cd';
import { type JsonObject } from '../../lib/manifests/json';
import { service, set } from '../plan/manifests';
import { applied, inPlace, kubectl, list, type Place, settled } from './cluster';
import { mounted, small } from './objects';

const SELECTED = { app: 'web', 'app.kubernetes.io/instance': 'orders' };

/** A set whose claim template has labels of its own, one of which the selector has with another value. */
function labelled(): readonly JsonObject[] {
  const template = small() as { readonly metadata: JsonObject };
  const labels = { 'app.kubernetes.io/instance': 'other', tier: 'data' };
  const changed = set({
    selector: { matchLabels: SELECTED },
    volumeClaimTemplates: [{ ...template, metadata: { ...template.metadata, labels } }],
  });
  const spec = changed.spec as JsonObject;
  const pods = { metadata: { labels: { ...SELECTED, version: 'v1' } }, spec: mounted('data') };
  return [service(), { ...changed, spec: { ...spec, template: pods } }];
}

const labelsOf = async ({ namespace }: Place): Promise<readonly (readonly [string, unknown])[]> =>
  (await list('persistentvolumeclaim', namespace)).map(({ metadata }) => [metadata.name, metadata.labels]);

test.concurrent(
  'claims get the labels of their template and of the selector, which wins, and none of the pods',
  () =>
    inPlace(async (place) => {
      await applied(place, 'manifests.yaml', labelled());
      const labels = { ...SELECTED, tier: 'data' };
      expect(await labelsOf(place)).toEqual([0, 1, 2].map((ordinal) => [`data-web-${ordinal}`, labels]));
    }),
);

test.concurrent('a label that is taken off a claim stays off, and the claim of a new pod gets it', () =>
  inPlace(async (place) => {
    await applied(place, 'manifests.yaml', labelled());
    const inNamespace = ['--namespace', place.namespace];
    await kubectl('label', 'persistentvolumeclaim', '--all', 'app.kubernetes.io/instance-', ...inNamespace);
    await kubectl('scale', 'statefulset/web', '--replicas=4', ...inNamespace);
    await settled(place.namespace);
    await kubectl('rollout', 'restart', 'statefulset/web', ...inNamespace);
    await settled(place.namespace);
    const kept = { app: 'web', tier: 'data' };
    expect(await labelsOf(place)).toEqual([
      ...[0, 1, 2].map((ordinal) => [`data-web-${ordinal}`, kept]),
      ['data-web-3', { ...SELECTED, tier: 'data' }],
    ]);
  }),
);

test.concurrent('no claim of a set without a selector of its own has a label that Argo CD may track', () =>
  inPlace(async (place) => {
    const chart = new NginxWithStorageChart(Testing.app(), 'nginx-with-storage');
    await applied(place, 'manifests.yaml', Testing.synth(chart) as readonly JsonObject[]);
    const keys = (await labelsOf(place)).map(([, labels]) => Object.keys(labels as JsonObject).sort());
    expect(new Set(keys.map(String))).toEqual(
      new Set(['app.kubernetes.io/component,app.kubernetes.io/name']),
    );
    expect(keys.flat().filter((key) => ARGO_CD_TRACKING_LABELS.includes(key))).toEqual([]);
  }),
);
