/**
 * What the README says of cdk8s-plus-28, observed by running it beside this library. A release that mends one of
 * these points fails the test, and the README then loses a line.
 */
import { Chart } from 'cdk8s';
import {
  Service,
  StatefulSet as PlusStatefulSet,
  StatefulSetUpdateStrategy,
  type StatefulSetProps,
} from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { JsonObject, JsonValue } from '../../lib/manifests/json';
import { MAX_SET_NAME_LENGTH } from '../../lib/kubernetes/limits';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { fieldsOf, manifestOf, manifestsOf, newChart, podOf } from '../synthesis';

const WEB = { image: 'nginx:1.25.4', portNumber: 80 };

type Constructor = new (
  scope: Construct,
  id: string,
  props: StatefulSetProps,
) => StatefulSet | PlusStatefulSet;

/** The fields of the set and of its Service, whichever class makes them. */
function rendered(Set: Constructor, props: Partial<StatefulSetProps> = {}): Map<string, JsonValue> {
  const chart = newChart();
  new Set(chart, 'web', { containers: [WEB], ...props });
  return new Map(
    manifestsOf(chart).flatMap((object) =>
      [...fieldsOf(object)].map(([path, value]) => [`${object.kind as string} ${path}`, value]),
    ),
  );
}

describe('moving a set in the tree of constructs, its name fixed', () => {
  const changedByMoving = (Set: Constructor): string[] => {
    const [before, after] = [
      (chart: Chart): Construct => chart,
      (chart: Chart): Construct => new Construct(chart, 'backend'),
    ].map((place) => {
      const chart = newChart();
      new Set(place(chart), 'web', { metadata: { name: 'web' }, containers: [WEB] });
      return fieldsOf(manifestOf(chart, 'StatefulSet'));
    });
    return [...before.keys()].filter((path) => before.get(path) !== after.get(path));
  };

  it('changes fields that cannot be changed in cdk8s-plus-28', () => {
    expect(changedByMoving(PlusStatefulSet)).toEqual([
      'spec.selector.matchLabels[cdk8s.io/metadata.addr]',
      'spec.serviceName',
      'spec.template.metadata.labels[cdk8s.io/metadata.addr]',
    ]);
  });

  it('changes nothing here', () => {
    expect(changedByMoving(StatefulSet)).toEqual([]);
  });
});

describe('a name that is too long for pods to be created', () => {
  it('is made by cdk8s-plus-28 out of three levels of constructs', () => {
    const chart = new Chart(newChart(), 'production-environment');
    const scope = new Construct(chart, 'payments-backend');
    const set = new PlusStatefulSet(scope, 'postgres-database', { containers: [WEB] });
    expect(set.name.length).toBeGreaterThan(MAX_SET_NAME_LENGTH);
  });
});

describe('the ports of the Service', () => {
  const servicePorts = (chart: Chart): JsonValue => (manifestOf(chart, 'Service').spec as JsonObject).ports;

  it('stay in cdk8s-plus-28 as they were when the set was made', () => {
    const chart = newChart();
    const set = new PlusStatefulSet(chart, 'web', { containers: [WEB] });
    set.addContainer({ name: 'metrics', image: 'exporter', portNumber: 9113 });
    expect(servicePorts(chart)).toEqual([expect.objectContaining({ port: 80 })]);
  });

  it('have no names in cdk8s-plus-28 where there are two, which the API server refuses', () => {
    const chart = newChart();
    new PlusStatefulSet(chart, 'web', { containers: [WEB, { ...WEB, name: 'two', portNumber: 81 }] });
    expect(servicePorts(chart)).toEqual([
      { port: 80, targetPort: 80 },
      { port: 81, targetPort: 81 },
    ]);
  });

  it('are a must in cdk8s-plus-28: a set cannot be made before its containers', () => {
    expect(() => new PlusStatefulSet(newChart(), 'web', {})).toThrow(/ports cannot be determined/);
    expect(() => new StatefulSet(newChart(), 'web', {})).not.toThrow();
  });
});

describe('what cdk8s-plus-28 takes without a word', () => {
  it.each<{ input: string; props: (chart: Chart) => Partial<StatefulSetProps>; code: string }>([
    {
      input: 'a governing Service with a cluster IP',
      props: (chart) => ({ service: new Service(chart, 'svc', { ports: [{ port: 80 }] }) }),
      code: 'SERVICE_NOT_HEADLESS',
    },
    {
      input: 'a governing Service of another namespace',
      props: (chart) => ({
        metadata: { namespace: 'prod' },
        service: new Service(chart, 'svc', {
          metadata: { namespace: 'other' },
          clusterIP: 'None',
          ports: [{ port: 80 }],
        }),
      }),
      code: 'SERVICE_NAMESPACE_MISMATCH',
    },
    {
      input: 'a name that is none',
      props: () => ({ metadata: { name: 'Bad_Name!' } }),
      code: 'SET_NAME_INVALID',
    },
    { input: 'replicas of -1.5', props: () => ({ replicas: -1.5 }), code: 'REPLICAS_INVALID' },
    {
      input: 'a partition of -4',
      props: () => ({ strategy: StatefulSetUpdateStrategy.rollingUpdate({ partition: -4 }) }),
      code: 'PARTITION_INVALID',
    },
    { input: 'no selector', props: () => ({ select: false }), code: 'SELECTOR_EMPTY' },
  ])('$input', ({ props, code }) => {
    const synthesise = (Set: Constructor) => () => {
      const chart = newChart();
      new Set(chart, 'web', { containers: [WEB], ...props(chart) });
      return manifestsOf(chart);
    };
    expect(synthesise(PlusStatefulSet)).not.toThrow();
    expect(synthesise(StatefulSet)).toThrow(`[${code}]`);
  });

  it('one Service for two sets, of which only the second then has DNS names', () => {
    const chart = newChart();
    const service = new Service(chart, 'svc', { clusterIP: 'None', ports: [{ port: 80 }] });
    new PlusStatefulSet(chart, 'one', { service, containers: [WEB] });
    const two = new PlusStatefulSet(chart, 'two', { service, containers: [WEB] });
    expect(manifestOf(chart, 'Service')).toHaveProperty('spec.selector', two.matchLabels);
  });
});

it('is cdk8s-plus-28 that limits memory, probes the start and pulls always, unasked', () => {
  const harmful = [
    'resources.limits.cpu',
    'resources.limits.memory',
    'startupProbe.failureThreshold',
    'imagePullPolicy',
  ].map((field) => `StatefulSet spec.template.spec.containers[0].${field}`);
  const plus = rendered(PlusStatefulSet);
  expect(harmful.map((path) => plus.get(path))).toEqual(['1500m', '2048Mi', 3, 'Always']);
  expect(plus.get('StatefulSet spec.template.spec.securityContext.fsGroupChangePolicy')).toBe('Always');
  const here = rendered(StatefulSet);
  expect(harmful.filter((path) => here.has(path))).toEqual([]);
});

it('is cdk8s-plus-28 that has no claim templates', () => {
  expect('addClaim' in PlusStatefulSet.prototype).toBe(false);
  const chart = newChart();
  new PlusStatefulSet(chart, 'web', { containers: [WEB] });
  expect(podOf(chart)).not.toHaveProperty('volumes');
  expect(manifestOf(chart, 'StatefulSet')).not.toHaveProperty('spec.volumeClaimTemplates');
});
