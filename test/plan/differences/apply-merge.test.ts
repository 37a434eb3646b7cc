import { type JsonObject, type JsonValue } from '../../../lib/manifests/json';
import { type ApplyInput, threeWayMerge } from '../../../lib/plan/differences/apply-merge';
import { essence, planOf, service, set } from '../manifests';

/** A set whose container has these fields. */
function container(fields: JsonObject): JsonObject {
  return set({}, { containers: [{ name: 'web', image: 'nginx', ...fields }] });
}

function containersOf(object: JsonObject): JsonValue {
  const { template } = object.spec as { template: { spec: { containers: JsonObject[] } } };
  return template.spec.containers;
}

function stored(input: ApplyInput): JsonObject {
  return threeWayMerge(input).object;
}

/** What is stored of one field of the container after an apply of `wanted` over `applied`, which is what runs. */
function applied(field: string, applied: JsonValue, wanted: JsonValue, live = applied): JsonValue {
  const [old, now, running] = [applied, wanted, live].map((value) => container({ [field]: value }));
  const [web] = containersOf(
    threeWayMerge({ applied: old, wanted: now, live: running }).object,
  ) as JsonObject[];
  return web[field] ?? null;
}

// Each of these was applied to API servers of Kubernetes 1.31 and 1.37, which stored what stands last.
describe('of elements with one key kubectl finds the first one', () => {
  const [UDP, TCP] = ['UDP', 'TCP'].map((protocol) => ({ containerPort: 53, protocol }));
  const [DNS, DNS_TCP] = [
    { ...UDP, name: 'dns' },
    { ...TCP, name: 'dns-tcp' },
  ];
  const HTTP = { containerPort: 80, protocol: 'TCP' };
  const [X, Y, OTHER] = [
    { name: 'A', value: 'x' },
    { name: 'A', value: 'y' },
    { name: 'C', value: 'c' },
  ];

  test.each<[string, string, readonly JsonValue[], readonly JsonValue[], readonly JsonValue[]]>([
    ['another protocol of a port', 'ports', [UDP], [TCP], [TCP]],
    ['a port that comes after another of its number', 'ports', [UDP], [UDP, TCP], [UDP]],
    ['a port that comes in front of another of its number', 'ports', [UDP], [TCP, UDP], [TCP]],
    ['a named one after another of its number', 'ports', [DNS], [DNS, DNS_TCP], [DNS]],
    ['two ports that change places', 'ports', [UDP, TCP], [TCP, UDP], [TCP, TCP]],
    ['one of two ports that goes', 'ports', [UDP, TCP], [UDP], []],
    ['the other of two ports that goes', 'ports', [UDP, TCP], [TCP], []],
    ['a port that comes behind others', 'ports', [UDP, HTTP], [HTTP, UDP, TCP], [HTTP, UDP]],
    ['a variable that comes a second time', 'env', [X], [X, Y], [X]],
    ['a variable whose values change places', 'env', [X, Y], [Y, X], [Y, Y]],
    ['one of two variables that goes', 'env', [X, Y], [X], []],
    ['variables in another order', 'env', [X, OTHER], [OTHER, X], [OTHER, X]],
    ['a variable that changes and one that goes', 'env', [X, OTHER], [Y], [Y]],
  ])('%s', (_, field, before, after, stored) => {
    expect(applied(field, before, after)).toEqual(stored);
  });

  test('and takes both for one name where named ports change places, which is refused since 1.34', () => {
    expect(applied('ports', [DNS, DNS_TCP], [DNS_TCP, DNS])).toEqual([DNS_TCP, DNS_TCP]);
  });
});

describe('kubectl apply', () => {
  test('keeps what others put into a list, where it is among the rest', () => {
    const [a, b, injected] = ['a', 'b', 'injected'].map((name) => ({ name, value: name }));
    expect(applied('env', [a, b], [b, a], [injected, a, b])).toEqual([injected, b, a]);
    expect(applied('env', [a, b], [a], [a, injected, b])).toEqual([a, injected]);
  });

  test('takes the old source of a volume away when another comes', () => {
    const volumes = (volume: JsonObject): JsonObject => set({}, { volumes: [{ name: 'v', ...volume }] });
    const [old, wanted] = [volumes({ emptyDir: {} }), volumes({ configMap: { name: 'c' } })];
    expect(stored({ applied: {}, wanted, live: old })).toMatchObject({
      spec: { template: { spec: { volumes: [{ name: 'v', configMap: { name: 'c' } }] } } },
    });
    expect(JSON.stringify(stored({ applied: {}, wanted, live: old }))).not.toContain('emptyDir');
  });

  test('replaces the selector of a disruption budget, and merges the one of a set', () => {
    const budget = (selector: JsonObject): JsonObject => ({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'b' },
      spec: { selector },
    });
    const [old, wanted] = [budget({ matchLabels: { a: 'b' } }), budget({ matchLabels: { c: 'd' } })];
    expect(stored({ applied: {}, wanted, live: old })).toMatchObject({
      spec: { selector: { matchLabels: { c: 'd' } } },
    });
    const selector = (matchLabels: JsonObject): JsonObject => set({ selector: { matchLabels } });
    expect(stored({ applied: {}, wanted: selector({ c: 'd' }), live: selector({ a: 'b' }) })).toMatchObject({
      spec: { selector: { matchLabels: { a: 'b', c: 'd' } } },
    });
  });

  test('adds and takes away finalizers one by one', () => {
    const finalizers = (...names: readonly string[]): JsonObject => set({}, {}, { finalizers: names });
    const result = stored({
      applied: finalizers('a/a', 'b/b'),
      wanted: finalizers('c/c', 'b/b'),
      live: finalizers('foreign/x', 'a/a', 'b/b'),
    });
    expect(result).toMatchObject({ metadata: { finalizers: ['c/c', 'foreign/x', 'b/b'] } });
  });

  test('takes null for no key in a map that it merges, and for an empty text in a list that it replaces', () => {
    const wanted = set({
      template: { metadata: { labels: { app: 'web' }, annotations: { a: null, b: null } } },
      volumeClaimTemplates: [{ metadata: { name: 'data', labels: { a: null } } }],
    });
    const live = set({ template: { metadata: { labels: { app: 'web' }, annotations: { a: 'x' } } } });
    expect(stored({ applied: {}, wanted, live })).toMatchObject({
      spec: {
        template: { metadata: { annotations: {} } },
        volumeClaimTemplates: [{ metadata: { name: 'data', labels: { a: '' } } }],
      },
    });
  });

  test('fails where elements with one key cannot be put in order', () => {
    // Seen on Kubernetes 1.31: the patch has B, B and A, and the order B, A and B.
    const env = (value: JsonValue, other: JsonValue): JsonObject =>
      container({
        env: [
          { name: 'B', value },
          { name: 'A', value: other },
          { name: 'B', value },
        ],
      });
    const wanted = env('new', 'new');
    const { problem } = threeWayMerge({ applied: wanted, wanted, live: env('old', 'old') });
    expect(problem?.cause ?? 'none').toBe('key-repeated');
    expect(essence(planOf([env('old', 'old')], [wanted]).changes)).toContain(' rejected MERGE_KEY_REPEATED');
  });

  test('asks for the manifest itself where an element has no key to be found by', () => {
    const wanted = service({ ports: [{ name: 'http' }] });
    const { object, problem } = threeWayMerge({ applied: {}, wanted, live: service() });
    expect(object).toBe(wanted);
    expect(problem?.message).toMatch(/merge key: port$/);
  });
});

describe('what kubectl merges depends on the kind', () => {
  const object = (apiVersion: string, kind: string, ...ports: readonly JsonValue[]): JsonObject => ({
    apiVersion,
    kind,
    metadata: { name: 'web' },
    spec: { ports },
  });
  const [HTTP, METRICS] = [{ port: 80 }, { port: 9090 }];

  test.each<[string, string, readonly JsonValue[]]>([
    ['v1', 'Service', [HTTP, METRICS]],
    ['example.org/v1', 'Service', [HTTP]],
  ])('ports that others added to a %s %s', (apiVersion, kind, ports) => {
    const manifest = object(apiVersion, kind, HTTP);
    const live = object(apiVersion, kind, HTTP, METRICS);
    const wanted = { ...manifest, metadata: { name: 'web', labels: { a: 'b' } } };
    expect(stored({ applied: manifest, wanted, live }).spec).toEqual({ ports });
  });

  test('the selector of a disruption budget is replaced', () => {
    const budget = (selector: JsonObject): JsonObject => ({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      spec: { selector },
    });
    const old = budget({ matchLabels: { app: 'a', tier: 'b' } });
    const wanted = budget({ matchLabels: { app: 'c' } });
    expect(stored({ applied: wanted, wanted, live: old })).toEqual(wanted);
  });
});
