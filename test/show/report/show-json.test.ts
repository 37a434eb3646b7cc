import { manifestOf } from '../../../lib/manifests/manifest';
import { overviewOf } from '../../../lib/show/overview';
import { showJson } from '../../../lib/show/report/show-json';
import { service, set } from '../../plan/manifests';

describe('showJson', () => {
  test('has the fields that programs rely on', () => {
    const overview = overviewOf([set({ replicas: 1 }), service()].map((content) => manifestOf(content)));
    expect(JSON.parse(JSON.stringify(showJson(overview)))).toEqual({
      version: 1,
      kubernetesVersion: '1.37',
      sets: [
        {
          object: 'StatefulSet default/web',
          name: 'web',
          namespace: 'default',
          replicas: 1,
          pods: [
            {
              name: 'web-0',
              dnsName: 'web-0.web.default.svc.cluster.local',
              claims: [{ name: 'data-web-0', storage: '10Gi' }],
            },
          ],
          lastPod: {
            name: 'web-0',
            dnsName: 'web-0.web.default.svc.cluster.local',
            claims: [{ name: 'data-web-0', storage: '10Gi' }],
          },
          arePodsShortened: false,
          services: [
            {
              object: 'Service default/web',
              name: 'web',
              role: 'governing',
              type: 'ClusterIP',
              isHeadless: true,
              dnsName: 'web.default.svc.cluster.local',
              ports: [{ port: 80, protocol: 'TCP' }],
            },
          ],
          isOrdered: true,
          update: {
            pods: ['web-0'],
            podCount: 1,
            lastPod: 'web-0',
            pace: 'one by one, each when the one before is ready',
          },
          totals: { storage: '10Gi', requests: {} },
        },
      ],
    });
  });
});
