import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { PodIdentity } from '../../lib/constructs/pod-identity';
import { manifestOf, newChart, NGINX, podOf } from '../synthesis';

it('lets each pod see its own files and the common ones', () => {
  const chart = newChart({ namespace: 'db' });
  const set = new StatefulSet(chart, 'web', { replicas: 2, firstOrdinal: 3 });
  const container = set.addContainer(NGINX);
  const config = set.addPodConfig('config', {
    common: { 'common.conf': 'c', 'id.conf': 'none' },
    perPod: [{ 'id.conf': 'three' }, { 'id.conf': 'four' }],
  });
  config.mount(container, '/etc/web');

  expect(manifestOf(chart, 'ConfigMap')).toMatchObject({
    metadata: { name: 'web-config', namespace: 'db' },
    data: {
      'web-3.common.conf': 'c',
      'web-3.id.conf': 'three',
      'web-4.common.conf': 'c',
      'web-4.id.conf': 'four',
    },
  });
  const { containers, volumes } = podOf(chart) as unknown as {
    containers: { env: unknown; volumeMounts: unknown }[];
    volumes: { configMap: { items: unknown } }[];
  };
  expect(containers[0]).toMatchObject({
    env: [{ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
    volumeMounts: [{ name: 'config', mountPath: '/etc/web', subPathExpr: '$(POD_NAME)', readOnly: true }],
  });
  expect(volumes[0].configMap.items).toContainEqual({ key: 'web-4.id.conf', path: 'web-4/id.conf' });
});

it('keeps a POD_NAME that the container has already', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', {});
  const given = EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME, { apiVersion: 'v1' });
  const envVariables = { POD_NAME: given, OTHER: PodIdentity.podNamespace() };
  const container = set.addContainer({ ...NGINX, envVariables });
  set
    .addPodConfig('config', { name: 'mine', perPod: [{ a: '' }, { a: 'for a larger set' }] })
    .mount(container, '/etc/web');
  expect(container.env.variables.POD_NAME).toBe(given);
  expect(manifestOf(chart, 'ConfigMap', 'mine').data).toEqual({
    'web-0.a': '',
    'web-1.a': 'for a larger set',
  });
});
