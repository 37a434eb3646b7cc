import { valueAt } from '../../lib/manifests/field-path';
import { ServiceType } from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { manifestOf, manifestsOf, newChart, NGINX } from '../synthesis';

const LABELS = { app: 'web' };
const nginx = { ...NGINX, ports: [{ name: 'http', number: 80 }] };

it('gives clients one address beside the headless Service, with the ports of later containers', () => {
  const chart = newChart({ namespace: 'db' });
  const set = new StatefulSet(chart, 'web', { selector: LABELS });
  expect(set.addClientService({ annotations: { team: 'a' } }).name).toBe('web');
  set.addContainer(nginx);
  expect(manifestOf(chart, 'Service', 'web')).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'db', labels: LABELS, annotations: { team: 'a' } },
    spec: { type: 'ClusterIP', ports: [{ name: 'http', port: 80 }], selector: LABELS },
  });
  expect(manifestOf(chart, 'Service', 'web-headless').spec).toMatchObject({ clusterIP: 'None' });
});

it('takes ports, a type and the addresses that may reach a load balancer', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { selector: LABELS, containers: [nginx] });
  set.addClientService({
    name: 'public',
    type: ServiceType.LOAD_BALANCER,
    ports: [{ name: 'web', port: 8080, targetPort: 80 }],
    loadBalancerSourceRanges: ['10.0.0.0/8'],
  });
  expect(manifestOf(chart, 'Service', 'public').spec).toEqual({
    type: 'LoadBalancer',
    ports: [{ name: 'web', port: 8080, targetPort: 80 }],
    loadBalancerSourceRanges: ['10.0.0.0/8'],
    selector: LABELS,
  });
});

it('gives each pod a Service that selects it alone, from the first ordinal on', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', {
    replicas: 2,
    firstOrdinal: 7,
    selector: LABELS,
    containers: [nginx],
  });
  const services = set.addPodServices({
    namePrefix: 'public-',
    type: ServiceType.NODE_PORT,
    annotations: { team: 'a', host: 'all' },
    annotationsPerPod: [{ host: 'zero' }],
    publishNotReadyAddresses: true,
  });
  expect(services.map(({ name }) => name)).toEqual(['public-web-7', 'public-web-8']);
  expect(manifestOf(chart, 'Service', 'public-web-7')).toMatchObject({
    metadata: { annotations: { team: 'a', host: 'zero' } },
    spec: {
      type: 'NodePort',
      publishNotReadyAddresses: true,
      selector: { app: 'web', 'statefulset.kubernetes.io/pod-name': 'web-7' },
    },
  });
  expect(manifestOf(chart, 'Service', 'public-web-8')).toMatchObject({
    metadata: { annotations: { team: 'a', host: 'all' } },
    spec: { selector: { app: 'web', 'statefulset.kubernetes.io/pod-name': 'web-8' } },
  });
});

it('gives the Service of each pod its own ports of the nodes, or none', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { replicas: 3, selector: LABELS, containers: [nginx] });
  const port = valueAt(manifestOf(chart, 'Service', 'web-headless'), ['spec', 'ports', 0, 'name']) as string;
  set.addPodServices({
    type: ServiceType.NODE_PORT,
    nodePortsPerPod: [{ [port]: 30001 }, { [port]: 30002 }],
  });
  const nodePorts = ['web-0', 'web-1', 'web-2'].map((name) =>
    valueAt(manifestOf(chart, 'Service', name), ['spec', 'ports', 0, 'nodePort']),
  );
  expect(nodePorts).toEqual([30001, 30002, undefined]);
});

it('makes no Service that nobody asked for', () => {
  const chart = newChart();
  new StatefulSet(chart, 'web', { containers: [nginx] });
  expect(manifestsOf(chart).map(({ kind }) => kind)).toEqual(['Service', 'StatefulSet']);
});

it('leads to ports of the containers by their names, and says what is spoken there', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { selector: LABELS, containers: [nginx] });
  set.addClientService({ ports: [{ port: 8080, targetPortName: 'http', appProtocol: 'http' }] });
  expect(manifestOf(chart, 'Service', 'web').spec).toMatchObject({
    ports: [{ port: 8080, targetPort: 'http', appProtocol: 'http' }],
  });
});
