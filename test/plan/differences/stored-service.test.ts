import { type JsonObject } from '../../../lib/manifests/json';
import { storedService } from '../../../lib/plan/differences/stored-service';

const service = (spec: JsonObject): JsonObject => ({ apiVersion: 'v1', kind: 'Service', spec });

const HEADLESS = { type: 'ClusterIP', clusterIP: 'None', clusterIPs: ['None'] };
const BALANCER = {
  type: 'LoadBalancer',
  clusterIP: '10.0.0.7',
  clusterIPs: ['10.0.0.7'],
  allocateLoadBalancerNodePorts: true,
  externalTrafficPolicy: 'Local',
  healthCheckNodePort: 31000,
  ports: [{ port: 80, nodePort: 30080 }],
};
const ADDRESS = { clusterIP: '10.0.0.7', clusterIPs: ['10.0.0.7'] };

describe('the Service that an API server stores', () => {
  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    [
      'keeps its address where none is asked for',
      { type: 'ClusterIP', ...ADDRESS },
      { type: 'ClusterIP', clusterIPs: ['10.0.0.7'] },
      { type: 'ClusterIP', ...ADDRESS },
    ],
    [
      'has the addresses of another clusterIP',
      HEADLESS,
      { type: 'ClusterIP', clusterIP: '10.0.0.9', clusterIPs: ['None'] },
      { type: 'ClusterIP', clusterIP: '10.0.0.9', clusterIPs: ['10.0.0.9'] },
    ],
    [
      'has the addresses that are asked for, right or wrong',
      HEADLESS,
      { clusterIP: '10.0.0.9', clusterIPs: ['10.0.0.8'] },
      { clusterIP: '10.0.0.9', clusterIPs: ['10.0.0.8'] },
    ],
    [
      'loses what its new type does not take',
      BALANCER,
      { ...BALANCER, type: 'ClusterIP' },
      { type: 'ClusterIP', ...ADDRESS, ports: [{ port: 80 }] },
    ],
    [
      'keeps what its new type does not take where that changes too, so that it is refused',
      BALANCER,
      {
        ...BALANCER,
        type: 'ClusterIP',
        externalTrafficPolicy: 'Cluster',
        ports: [{ port: 80, nodePort: 30081 }],
      },
      {
        type: 'ClusterIP',
        ...ADDRESS,
        externalTrafficPolicy: 'Cluster',
        ports: [{ port: 80, nodePort: 30081 }],
      },
    ],
    [
      'loses its port for health checks with the policy Local',
      BALANCER,
      { ...BALANCER, externalTrafficPolicy: 'Cluster' },
      {
        type: 'LoadBalancer',
        ...ADDRESS,
        allocateLoadBalancerNodePorts: true,
        externalTrafficPolicy: 'Cluster',
        ports: BALANCER.ports,
      },
    ],
    [
      'loses the policy for traffic from outside with its external addresses',
      { type: 'ClusterIP', ...ADDRESS, externalIPs: ['192.0.2.1'], externalTrafficPolicy: 'Cluster' },
      { type: 'ClusterIP', ...ADDRESS, externalTrafficPolicy: 'Cluster' },
      { type: 'ClusterIP', ...ADDRESS },
    ],
    [
      'keeps fields that no Service has, whatever they are called',
      { ...BALANCER, toString: 0 },
      { ...BALANCER, toString: 0, labels: 'x' },
      { ...BALANCER, toString: 0, labels: 'x' },
    ],
    [
      'has no address as a name for another host',
      { type: 'ClusterIP', ...ADDRESS },
      { type: 'ExternalName', externalName: 'example.com', ...ADDRESS },
      { type: 'ExternalName', externalName: 'example.com' },
    ],
  ])('%s', (_, live, asked, stored) => {
    expect(storedService(service(live), service(asked))).toEqual(service(stored));
  });
});
