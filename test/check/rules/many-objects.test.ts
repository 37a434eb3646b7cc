import fc from 'fast-check';
import { type JsonObject } from '../../../lib/manifests/json';
import { type Manifest, manifestOf } from '../../../lib/manifests/manifest';
import { RULES } from '../../../lib/check/rules';
import { check } from '../../../lib/check/check';
import { type Finding } from '../../../lib/check/finding';

function objectOf(apiVersion: string, kind: string, metadata: JsonObject, spec: JsonObject): Manifest {
  return manifestOf({ apiVersion, kind, metadata, spec });
}

function setOf(name: string, app: string, metadata: JsonObject = {}): Manifest {
  return objectOf(
    'apps/v1',
    'StatefulSet',
    { name, ...metadata },
    {
      serviceName: 'web',
      selector: { matchLabels: { app } },
      template: {
        metadata: { labels: { app } },
        spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] },
      },
    },
  );
}

function serviceOf(name: string, spec: JsonObject, metadata: JsonObject = {}): Manifest {
  return objectOf('v1', 'Service', { name, ...metadata }, { selector: { app: 'web' }, ...spec });
}

function numbered<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function found(manifests: readonly Manifest[], code: string): readonly Finding[] {
  const rules = RULES.filter((rule) => rule.code === code);
  expect(rules).toHaveLength(1);
  return check(manifests, rules).findings;
}

describe('names a few of many colliding objects and counts the rest', () => {
  const more = expect.stringMatching(/-0, \S+-1, \S+-10 and 17 more$/) as string;

  test('budgets', () => {
    const selector: JsonObject = { matchLabels: { app: 'web' } };
    const budgets = numbered(20, (index) =>
      objectOf('policy/v1', 'PodDisruptionBudget', { name: `b-${index}` }, { selector }),
    );
    const findings = found([...budgets, setOf('web', 'web')], 'BUDGETS_OVERLAP');
    expect(findings.map(({ message }) => message)).toEqual([more]);
  });

  test('autoscalers', () => {
    const scaleTargetRef: JsonObject = { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' };
    const autoscalers = numbered(20, (index) =>
      objectOf('autoscaling/v2', 'HorizontalPodAutoscaler', { name: `a-${index}` }, { scaleTargetRef }),
    );
    const findings = found([...autoscalers, setOf('web', 'web')], 'AUTOSCALERS_COMPETE');
    expect(findings.map(({ message }) => message)).toEqual([more]);
  });

  test('sets whose pods have no such port', () => {
    const sets = numbered(20, (index) => setOf(`s-${index}`, 'web'));
    const services = ['a', 'b'].map((name) => serviceOf(name, { ports: [{ port: 80, targetPort: 'nope' }] }));
    const findings = found([...sets, ...services], 'TARGET_PORT_UNRESOLVED');
    expect(findings.map(({ message }) => message.split(', got')[0])).toEqual([more, more]);
  });
});

test('objects of one name are each told of the first one alone', () => {
  const sets = numbered(20, () => setOf('web', 'web'));
  const findings = found(sets, 'NAME_TAKEN');
  expect(findings.map(({ object }) => object)).toEqual(sets.slice(1));
  expect(new Set(findings.map(({ message }) => message)).size).toBe(1);
});

test('of sets that share a Service, each is told of the first set of another name and selector', () => {
  const few = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(
    fc.property(fc.array(fc.tuple(few, few), { maxLength: 12 }), (pairs) => {
      const sets = pairs.map(([name, app]) => setOf(name, app));
      const isOther = ([name, app]: [string, string], [name2, app2]: [string, string]): boolean =>
        name !== name2 && app !== app2;
      const told = new Set(found(sets, 'SERVICE_SHARED').map(({ object }) => object));
      pairs.forEach((pair, index) => {
        expect(told.has(sets[index])).toBe(pairs.some((other) => isOther(pair, other)));
      });
    }),
  );
});

test('a Service of another namespace is found among those that sets of their own namespace name', () => {
  const governed = numbered(5, (index) => [
    setOf('web', 'web', { namespace: `own-${index}` }),
    serviceOf('web', {}, { namespace: `own-${index}` }),
  ]).flat();
  const set = setOf('web', 'web', { namespace: 'here' });
  const strays = ['db', 'web'].map((app) =>
    serviceOf('web', { selector: { app } }, { namespace: `stray-${app}` }),
  );
  expect(found([...governed, set], 'SERVICE_NAMESPACE_MISMATCH')).toEqual([]);
  expect(
    found([...governed, set, ...strays], 'SERVICE_NAMESPACE_MISMATCH').map(({ message }) => message),
  ).toEqual([expect.stringContaining('stray-web')]);
});
