import { DEFAULT_KUBERNETES_VERSION } from '../../../lib/kubernetes/kubernetes-version';
import { type JsonObject } from '../../../lib/manifests/json';
import { LastWalk } from '../../../lib/manifests/last-walk';
import { manifestOf } from '../../../lib/manifests/manifest';
import { protocolOf, ServiceView } from '../../../lib/manifests/views/service-view';

function view(spec: JsonObject): ServiceView {
  const content = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec };
  return new ServiceView(manifestOf(content), new LastWalk(DEFAULT_KUBERNETES_VERSION));
}

test('of a Service that says nothing, tells the defaults of the API server', () => {
  const { type, isHeadless, clusterIP, selectsPods, publishesNotReadyAddresses, ipFamilyPolicy } = view({});
  expect([type, isHeadless, clusterIP, selectsPods, publishesNotReadyAddresses]).toEqual([
    ...['ClusterIP', false, '', false, false],
  ]);
  expect(ipFamilyPolicy).toBe('SingleStack');
});

test.each([
  [{ clusterIP: 'None' }, true],
  [{ clusterIPs: ['None'] }, true],
  [{ clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'] }, false],
  [{ clusterIP: '' }, false],
])('whether %j is headless: %s', (spec, isHeadless) => {
  expect(view(spec).isHeadless).toBe(isHeadless);
});

test('a headless Service that selects no pods asks for both IP families', () => {
  expect(view({ clusterIP: 'None' }).ipFamilyPolicy).toBe('RequireDualStack');
  expect(view({ clusterIP: 'None', selector: { app: 'web' } }).ipFamilyPolicy).toBe('SingleStack');
  expect(view({ clusterIP: 'None', ipFamilyPolicy: 'SingleStack' }).ipFamilyPolicy).toBe('SingleStack');
});

test('a label of the selector that is null is one with empty text', () => {
  const service = view({ selector: { app: null, tier: 1 } });
  expect([service.selector, service.selectsPods]).toEqual([{ app: '' }, true]);
});

test('ports have the protocol TCP where they name none', () => {
  const { ports } = view({ ports: [{ port: 80 }, { protocol: '' }, { protocol: 'UDP' }] });
  expect(ports.map(protocolOf)).toEqual(['TCP', 'TCP', 'UDP']);
  expect(ports.map(({ path }) => path)).toEqual([0, 1, 2].map((index) => ['spec', 'ports', index]));
});
