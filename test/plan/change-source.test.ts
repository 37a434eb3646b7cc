import { readManifests } from '../../lib/manifests/reading/read-manifests';
import { changeSources } from '../../lib/plan/change-source';
import { plan } from '../../lib/plan/plan';
import { type PlanInput } from '../../lib/plan/plan-model';
import { planJson } from '../../lib/plan/report/plan-json';

function text(name: string, image: string, extra = ''): string {
  return `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
spec:
  serviceName: ${name}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: sidecar
          image: envoy:1
        - name: web
          image: ${image}
${extra}`;
}

function placesOf(old: string, wanted: string): readonly string[] {
  const input: PlanInput = {
    old: readManifests(old, 'old.yaml').manifests,
    new: readManifests(wanted, 'new.yaml').manifests,
  };
  return planJson(plan(input), changeSources(input)).changes.map(
    ({ code, source }) => `${code} ${source?.file ?? ''}:${source?.line ?? ''}`,
  );
}

test('a change is where its field is written in the new manifest', () => {
  expect(placesOf(text('web', 'nginx:1'), text('web', 'nginx:2', '  replicas: 3\n'))).toEqual([
    'REPLICAS_UP new.yaml:16',
    'TEMPLATE_RESTARTS new.yaml:15',
  ]);
});

test('a field that is gone is at the nearest field around it', () => {
  expect(placesOf(text('web', 'nginx:1', '  replicas: 3\n'), text('web', 'nginx:1'))).toEqual([
    'REPLICAS_RESET new.yaml:5',
  ]);
});

test('an object of a cluster is found in a manifest that names no namespace', () => {
  const live = text('web', 'nginx:1').replace(
    '  name: web\n',
    '  name: web\n  namespace: prod\n  uid: a\n  resourceVersion: "1"\n',
  );
  expect(placesOf(live, text('web', 'nginx:2'))).toEqual(['TEMPLATE_RESTARTS new.yaml:15']);
});

test('a set that is renamed is where the new one is named, and an object that goes is in the old file', () => {
  const claims = '  volumeClaimTemplates: [{ metadata: { name: data } }]\n';
  const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: old }\n---\n';
  expect(placesOf(`${service}${text('web', 'a', claims)}`, text('www', 'a', claims))).toEqual([
    'OBJECT_REMOVED old.yaml:1',
    'SET_RENAMED new.yaml:4',
  ]);
});
