import { Namespaces } from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { manifestOf, newChart, NGINX } from '../synthesis';

it('lets peers reach each other, named clients reach their ports, and nobody else', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { containers: [NGINX], selector: { app: 'web' } });
  set.addPeerNetworkPolicy({
    clients: [Namespaces.select(chart, 'shop', { names: ['shop'] })],
    clientPorts: [80],
  });
  expect(manifestOf(chart, 'NetworkPolicy')).toMatchObject({
    metadata: { name: 'web-peers' },
    spec: {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Ingress'],
      ingress: [
        { from: [{ podSelector: { matchLabels: { app: 'web' } } }] },
        {
          from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }],
          ports: [{ port: 80, protocol: 'TCP' }],
        },
      ],
    },
  });
});
