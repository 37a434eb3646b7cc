import { Protocol } from 'cdk8s-plus-28';
import { HeadlessService, IpFamily, IpFamilyPolicy } from '../../lib/constructs/headless-service';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { fieldsOf, manifestOf, newChart, NGINX } from '../synthesis';

it('is headless, has the name of the construct and nothing more', () => {
  const chart = newChart();
  new HeadlessService(chart, 'peers');
  expect(Object.fromEntries(fieldsOf(manifestOf(chart, 'Service')))).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    'metadata.name': 'peers',
    'spec.clusterIP': 'None',
    'spec.selector': {},
  });
});

it('renders what it is asked for', () => {
  const chart = newChart();
  new HeadlessService(chart, 'peers', {
    name: 'quorum',
    namespace: 'prod',
    labels: { app: 'etcd' },
    annotations: { owner: 'data' },
    publishNotReadyAddresses: true,
    ipFamilies: [IpFamily.IPV6, IpFamily.IPV4],
    ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK,
    ports: [
      { name: 'peer', port: 2380 },
      { port: 53, protocol: Protocol.UDP },
    ],
  });
  expect(manifestOf(chart, 'Service')).toMatchObject({
    metadata: {
      name: 'quorum',
      namespace: 'prod',
      labels: { app: 'etcd' },
      annotations: { owner: 'data' },
    },
    spec: {
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      ipFamilies: ['IPv6', 'IPv4'],
      ipFamilyPolicy: 'PreferDualStack',
      ports: [
        { name: 'peer', port: 2380 },
        { name: 'udp-53', port: 53, protocol: 'UDP' },
      ],
    },
  });
});

it('takes the same options from a set that makes one', () => {
  const chart = newChart();
  new StatefulSet(chart, 'etcd', {
    containers: [{ ...NGINX, ports: [{ name: 'client', number: 2379 }] }],
    serviceName: 'quorum',
    headlessService: {
      publishNotReadyAddresses: true,
      annotations: { owner: 'data' },
      ports: [{ name: 'peer', port: 2380 }],
    },
  });
  expect(manifestOf(chart, 'Service')).toMatchObject({
    metadata: { name: 'quorum', annotations: { owner: 'data' } },
    spec: {
      publishNotReadyAddresses: true,
      ports: [
        { name: 'client', port: 2379 },
        { name: 'peer', port: 2380 },
      ],
    },
  });
});

it('may govern two sets of one selector, and has the ports of both', () => {
  const chart = newChart();
  const service = new HeadlessService(chart, 'peers');
  const governed = (name: string, number: number): StatefulSet =>
    new StatefulSet(chart, name, {
      service,
      selector: { app: 'kafka' },
      containers: [{ ...NGINX, ports: [{ name, number }] }],
    });
  governed('controller', 9093);
  governed('broker', 9092);
  expect(manifestOf(chart, 'Service').spec).toEqual({
    clusterIP: 'None',
    selector: { app: 'kafka' },
    ports: [
      { name: 'controller', port: 9093 },
      { name: 'broker', port: 9092 },
    ],
  });
});

it('has the ports that it is given alone where it does not follow the containers', () => {
  const chart = newChart();
  new StatefulSet(chart, 'web', {
    headlessService: {
      containerPorts: false,
      ports: [{ name: 'peer', port: 7000, targetPortName: 'gossip' }],
    },
    containers: [{ ...NGINX, ports: [{ name: 'http', number: 80 }] }],
  });
  expect(manifestOf(chart, 'Service', 'web-headless').spec).toMatchObject({
    ports: [{ name: 'peer', port: 7000, targetPort: 'gossip' }],
  });
});
