import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import type { AppProps, IResolver, ResolutionContext } from 'cdk8s';
import * as fc from 'fast-check';
import type { NamedMetadata } from '../../../lib/constructs/rendering/manifest-metadata';
import { FastApiObject } from '../../../lib/constructs/rendering/fast-api-object';

const SERVICE = { apiVersion: 'v1', kind: 'Service' };

/** Replaces a text everywhere, as a user's resolver may do. */
class ShoutingResolver implements IResolver {
  public resolve(context: ResolutionContext): void {
    if (context.value === 'text') context.replaceValue('TEXT');
  }
}

/** What cdk8s asks for its value by the name of a method. */
class Token {
  public resolve(): unknown {
    return { z: 'text', a: [1] };
  }
}

/** What cdk8s replaces by its value, as it does quantities. */
class Quantity {
  public readonly value = '10Gi';
}

const VALUE = fc.letrec((tie) => ({
  value: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<unknown>('text', '', 0, 1.5, true, false, null, undefined) },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    {
      weight: 4,
      arbitrary: fc.dictionary(fc.constantFrom('b', 'a', 'B', '10', 'value', 'resolve'), tie('value')),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>(
        Lazy.any({ produce: () => ({ b: 'text', a: null }) }),
        new Token(),
        new Quantity(),
        { constructor: 'text' },
        { resolve: () => 'text' },
        new Map([['a', 1]]),
        new Date(0),
        10n,
      ),
    },
  ),
})).value;

const METADATA: fc.Arbitrary<NamedMetadata> = fc.record(
  {
    name: fc.constantFrom('web', 'db'),
    namespace: fc.constantFrom('prod', undefined),
    labels: fc.dictionary(fc.constantFrom('b', 'a', 'team'), fc.constantFrom('text', '')),
    annotations: fc.dictionary(fc.constantFrom('note', 'a'), fc.constantFrom('text', 'other')),
    finalizers: fc.constantFrom([], ['text']),
  },
  { requiredKeys: ['name'] },
);

type Change = (object: ApiObject) => void;
const CHANGES: readonly Change[] = [
  (object) => {
    object.metadata.addLabel('added', 'text');
  },
  (object) => {
    object.metadata.addAnnotation('added', 'text');
  },
  (object) => {
    object.metadata.addLabel('lazy', Lazy.any({ produce: () => 'text' }) as string);
  },
  (object) => {
    object.metadata.addFinalizers('text');
  },
  (object) => {
    object.metadata.addOwnerReference({ apiVersion: 'v1', kind: 'Pod', name: 'text', uid: '1' });
  },
  (object) => {
    object.metadata.add('generateName', 'text');
  },
  (object) => {
    object.addJsonPatch(JsonPatch.add('/spec', { replaced: 'text' }));
  },
  (object) => {
    object.addJsonPatch(JsonPatch.remove('/nowhere'));
  },
];

/** The rendered object as text, which shows the order of keys too, or the error's message. */
function rendered(
  create: (chart: Chart) => ApiObject,
  props: AppProps,
  labels: Record<string, string>,
  changes: readonly Change[],
): string {
  const object = create(new Chart(new App(props), 'chart', { namespace: 'home', labels }));
  changes.forEach((change) => {
    change(object);
  });
  try {
    return JSON.stringify(object.toJson(), (_, value: unknown) =>
      typeof value === 'bigint' ? 'big' : value,
    );
  } catch (error) {
    return (error as Error).message;
  }
}

function expectSame(numRuns: number): void {
  fc.assert(
    fc.property(
      VALUE,
      METADATA,
      fc.constantFrom<AppProps>({}, { resolvers: [new ShoutingResolver()] }),
      fc.constantFrom<Record<string, string>>({}, { team: 'text' }),
      fc.subarray([...CHANGES], { maxLength: 2 }),
      (spec, metadata, props, labels, changes) => {
        const given = { ...SERVICE, metadata, spec: Lazy.any({ produce: () => spec }) as unknown };
        const stock = rendered((chart) => new ApiObject(chart, 'web', given), props, labels, changes);
        const own = rendered(
          (chart) => new FastApiObject(chart, 'web', SERVICE, metadata, () => spec),
          props,
          labels,
          changes,
        );
        expect(own).toBe(stock);
      },
    ),
    { numRuns },
  );
}

describe('FastApiObject', () => {
  test('renders what an ApiObject renders, or throws what it throws', () => {
    expectSame(3000);
  });
  test('leaves keys unsorted where cdk8s does', () => {
    process.env.CDK8S_DISABLE_SORT = 'true';
    try {
      expectSame(300);
    } finally {
      delete process.env.CDK8S_DISABLE_SORT;
    }
  });
  test('renders objects of its own each time', () => {
    const spec = { selector: { app: 'web' }, ports: [{ port: 80 }] };
    const chart = new Chart(new App(), 'chart');
    const object = new FastApiObject(
      chart,
      'web',
      SERVICE,
      { name: 'web', labels: { app: 'web' } },
      () => spec,
    );
    const first = object.toJson() as { metadata: { labels: object }; spec: typeof spec };
    Object.assign(first.spec.selector, { app: 'other' });
    Object.assign(first.metadata.labels, { app: 'other' });
    first.spec.ports.pop();
    expect(object.toJson()).toMatchObject({
      metadata: { labels: { app: 'web' } },
      spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
    });
  });
  test('asks for the spec at each rendering', () => {
    let replicas = 1;
    const chart = new Chart(new App(), 'chart');
    const object = new FastApiObject(chart, 'web', SERVICE, { name: 'web' }, () => ({ replicas }));
    expect(object.toJson()).toMatchObject({ spec: { replicas: 1 } });
    replicas = 2;
    expect(object.toJson()).toMatchObject({ spec: { replicas: 2 } });
  });
  test('tells where it is when its spec cannot be rendered', () => {
    const object = new FastApiObject(new Chart(new App(), 'chart'), 'web', SERVICE, { name: 'web' }, () => {
      throw new Error('no spec');
    });
    expect(() => object.toJson()).toThrow(
      "Failed serializing construct at path 'chart/web' with name 'web': Error: no spec",
    );
  });
});
