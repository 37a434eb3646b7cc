import { App, Chart, Size } from 'cdk8s';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { HeadlessService } from '../../lib/constructs/headless-service';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { NGINX, yamlOf } from '../synthesis';

/** Everything of a set whose name could come from where it stands. */
function database(scope: Construct, id: string): void {
  const db = new StatefulSet(scope, id, {
    name: 'db',
    replicas: 3,
    spread: true,
    initContainers: [{ name: 'init', image: 'init' }],
    containers: [{ ...NGINX, ports: [{ number: 5432 }] }],
  });
  db.containers[0].mount('/data', db.addClaim('data', { size: Size.gibibytes(1) }));
  // The construct id names nothing either.
  new StatefulSet(scope, `${id}-2`, {
    name: 'cache',
    service: new HeadlessService(scope, `${id}-service`, { name: 'cache-peers' }),
    containers: [NGINX],
  });
}

/** Places in trees of constructs and charts: ids from the app down, the innermost of which is the set's. */
const places = fc.record({
  charts: fc.array(id(), { minLength: 1, maxLength: 3 }),
  constructs: fc.array(id(), { maxLength: 4 }),
  set: id(),
  before: fc.uniqueArray(id(), { maxLength: 3 }),
});

function id(): fc.Arbitrary<string> {
  return fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,20}$/);
}

interface Place {
  charts: string[];
  constructs: string[];
  set: string;
  before: string[];
}

function newChart(scope: Construct, name: string): Chart {
  return new Chart(scope, name, { namespace: 'prod', labels: { team: 'data' } });
}

function yamlAt({ charts, constructs, set, before }: Place): string {
  const [outermost, ...nested] = charts;
  const chart = nested.reduce(newChart, newChart(new App(), outermost));
  const scope = constructs.reduce<Construct>((outer, name) => new Construct(outer, name), chart);
  // Others, with objects of their own in other charts, stand before it.
  before.forEach((name, index) => {
    const other = new Chart(chart, `other-${index}-${name}`);
    new StatefulSet(other, name, { name: `other-${index}`, containers: [NGINX] });
  });
  database(scope, set);
  return yamlOf(chart);
}

it('renders the same bytes wherever the set stands in the tree of constructs', () => {
  const expected = yamlAt({ charts: ['chart'], constructs: [], set: 'db', before: [] });
  expect(expected.match(/"kind": "StatefulSet"/g)).toHaveLength(2);
  fc.assert(
    fc.property(places, (place) => {
      expect(yamlAt(place)).toBe(expected);
    }),
    { numRuns: 100 },
  );
});

it('never renders a hash of a construct path', () => {
  // cdk8s ends generated names with eight characters of a hash, and cdk8s-plus selects by the whole address.
  expect(yamlAt({ charts: ['c'], constructs: ['x', 'y'], set: 'db', before: ['z'] })).not.toMatch(
    /-c8[0-9a-f]{6}|\bc8[0-9a-f]{40}/,
  );
});
