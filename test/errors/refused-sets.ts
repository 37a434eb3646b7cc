import { App, Chart, Size } from 'cdk8s';
import { Service, ServiceType } from 'cdk8s-plus-28';
import { HeadlessService } from '../../lib/constructs/headless-service';
import type { StatefulSetProps } from '../../lib/constructs/stateful-set-props';
import { set, withProps, type RefusedInput } from './refused-input';

const governedBy =
  (props: ConstructorParameters<typeof Service>[2], setProps: Partial<StatefulSetProps> = {}) =>
  (chart: Chart): void => {
    set(chart, { service: new Service(chart, 'svc', { ports: [{ port: 80 }], ...props }), ...setProps });
  };

/** What is wrong with names, namespaces, Services, numbers and selectors. */
export const REFUSED_SETS: RefusedInput[] = [
  { input: 'a name with an underscore', code: 'SET_NAME_INVALID', build: withProps({ name: 'my_web' }) },
  { input: 'a name with capitals', code: 'SET_NAME_INVALID', build: withProps({ name: 'Web' }) },
  { input: 'a name with a dot', code: 'SET_NAME_INVALID', build: withProps({ name: 'web.prod' }) },
  { input: 'a name that ends with a dash', code: 'SET_NAME_INVALID', build: withProps({ name: 'web-' }) },
  { input: 'an empty name', code: 'SET_NAME_INVALID', build: withProps({ name: '' }) },
  {
    input: 'a bad name in metadata',
    code: 'SET_NAME_INVALID',
    build: withProps({ metadata: { name: 'my_web' } }),
  },
  {
    input: 'a construct id that is no name',
    code: 'SET_NAME_INVALID',
    path: 'chart/my_web',
    build: (chart) => set(chart, {}, 'my_web'),
  },
  {
    input: 'a name of 53 characters',
    code: 'SET_NAME_TOO_LONG',
    build: withProps({ name: 'a'.repeat(53) }),
  },
  {
    input: 'a service name that starts with a digit',
    code: 'SERVICE_NAME_INVALID',
    build: withProps({ serviceName: '1web' }),
  },
  {
    input: 'a name that makes no service name',
    code: 'SERVICE_NAME_INVALID',
    build: withProps({ name: '1web' }),
  },
  {
    input: 'a service name of 64 characters',
    code: 'SERVICE_NAME_INVALID',
    build: withProps({ serviceName: 'a'.repeat(64) }),
  },
  {
    input: 'a headless Service made by hand with a bad name',
    code: 'SERVICE_NAME_INVALID',
    path: 'chart',
    build: (chart) => new HeadlessService(chart, 'peers', { name: 'my_peers' }),
  },
  {
    input: 'a namespace with a dot',
    code: 'NAMESPACE_INVALID',
    build: withProps({ namespace: 'team.prod' }),
  },
  {
    input: 'two sets of one name',
    code: 'NAME_TAKEN',
    atSynth: true,
    path: 'chart/two/Resource',
    build: (chart) => {
      set(chart, { name: 'web', serviceName: 'one' }, 'one');
      set(chart, { name: 'web', serviceName: 'two' }, 'two');
    },
  },
  {
    input: 'two sets of one name in the namespace of two charts',
    code: 'NAME_TAKEN',
    atSynth: true,
    path: 'other/web/Resource',
    build: (chart) => {
      set(chart, { namespace: 'prod' });
      set(new Chart(App.of(chart), 'other', { namespace: 'prod' }), { serviceName: 'other' });
    },
  },
  {
    input: 'two sets whose Services have one name',
    code: 'NAME_TAKEN',
    atSynth: true,
    path: 'chart/two/Service/Resource',
    build: (chart) => {
      set(chart, { serviceName: 'peers' }, 'one');
      set(chart, { serviceName: 'peers' }, 'two');
    },
  },
  {
    input: 'a Service of cdk8s-plus with the name of that of the set',
    code: 'NAME_TAKEN',
    atSynth: true,
    path: 'chart/client/Resource',
    build: (chart) => {
      set(chart);
      new Service(chart, 'client', { metadata: { name: 'web-headless' }, ports: [{ port: 80 }] });
    },
  },
  { input: 'a Service with a cluster IP', code: 'SERVICE_NOT_HEADLESS', build: governedBy({}) },
  {
    input: 'a node port Service',
    code: 'SERVICE_NOT_HEADLESS',
    build: governedBy({ type: ServiceType.NODE_PORT }),
  },
  {
    input: 'a Service of another namespace',
    code: 'SERVICE_NAMESPACE_MISMATCH',
    build: governedBy({ clusterIP: 'None', metadata: { namespace: 'other' } }, { namespace: 'prod' }),
  },
  {
    input: 'a Service without the namespace of the set',
    code: 'SERVICE_NAMESPACE_MISMATCH',
    build: governedBy({ clusterIP: 'None' }, { namespace: 'prod' }),
  },
  {
    input: 'one Service for sets of different selectors',
    code: 'SERVICE_SHARED',
    path: 'chart/two',
    build: (chart) => {
      const service = new HeadlessService(chart, 'peers');
      set(chart, { service }, 'one');
      set(chart, { service }, 'two');
    },
  },
  {
    input: 'a Service and the name of one to be made',
    code: 'SERVICE_AMBIGUOUS',
    build: governedBy({ clusterIP: 'None' }, { serviceName: 'peers' }),
  },
  {
    input: 'a Service and options for one to be made',
    code: 'SERVICE_AMBIGUOUS',
    build: governedBy({ clusterIP: 'None' }, { headlessService: {} }),
  },
  { input: 'negative replicas', code: 'REPLICAS_INVALID', build: withProps({ replicas: -1 }) },
  { input: 'fractional replicas', code: 'REPLICAS_INVALID', build: withProps({ replicas: 2.5 }) },
  { input: 'replicas that are no number', code: 'REPLICAS_INVALID', build: withProps({ replicas: NaN }) },
  { input: 'endless replicas', code: 'REPLICAS_INVALID', build: withProps({ replicas: Infinity }) },
  {
    input: 'more replicas than a 32-bit number holds',
    code: 'REPLICAS_INVALID',
    build: withProps({ replicas: 2 ** 31 }),
  },
  { input: 'a negative first ordinal', code: 'ORDINAL_INVALID', build: withProps({ firstOrdinal: -1 }) },
  {
    input: 'the name of a replica before the first',
    code: 'ORDINAL_INVALID',
    build: (chart) => set(chart).podName(-1),
  },
  {
    input: 'the claim of half a replica',
    code: 'ORDINAL_INVALID',
    build: (chart) => {
      const web = set(chart);
      web.claimName(web.addClaim('data', { size: Size.gibibytes(1) }), 0.5);
    },
  },
  {
    input: 'a selector with a space in its key',
    code: 'LABEL_INVALID',
    build: withProps({ selector: { 'my app': 'web' } }),
  },
  {
    input: 'a label of 64 characters',
    code: 'LABEL_INVALID',
    build: withProps({ labels: { app: 'a'.repeat(64) } }),
  },
  {
    input: 'a label of the pods with a space in its value',
    code: 'LABEL_INVALID',
    build: withProps({ podMetadata: { labels: { owner: 'the data team' } } }),
  },
  {
    input: 'no selector',
    code: 'SELECTOR_EMPTY',
    atSynth: true,
    build: withProps({ select: false }),
  },
  {
    input: 'an empty selector',
    code: 'SELECTOR_EMPTY',
    atSynth: true,
    build: withProps({ selector: {} }),
  },
  {
    input: "labels of the pods that differ from the selector's",
    code: 'SELECTOR_MISMATCH',
    atSynth: true,
    build: withProps({ selector: { app: 'web' }, podMetadata: { labels: { app: 'api' } } }),
  },
];
