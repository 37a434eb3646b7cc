import { ApiObject, Chart, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import type { App, AppProps, IResolver, ResolutionContext } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';

/** A node to create: its parent is an earlier node, or the app. */
interface GeneratedNode {
  readonly kind: 'chart' | 'group' | 'object' | 'lazy' | 'patched' | 'reversed' | 'invalid' | 'growing';
  readonly id: string;
  readonly parent: number;
  readonly data: unknown;
}

/** An app, as data: two apps of different classes can be made of it. */
export interface GeneratedApp {
  readonly nodes: readonly GeneratedNode[];
  /** Pairs of node numbers: the first depends on the second. */
  readonly dependencies: readonly (readonly [number, number])[];
  readonly props: AppProps;
}

const ID = fc.constantFrom(
  'a',
  'b',
  'Web',
  'Resource',
  'default',
  '0',
  '1',
  '10',
  '007',
  'a/b',
  'x_y',
  'data.0',
);

const SCALAR = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    1.5,
    '',
    'text',
    'yes',
    '10Gi',
    '8080',
    'a\nb\n',
    ': #',
  ),
  fc.string({ maxLength: 5 }),
);

const NODE: fc.Arbitrary<GeneratedNode> = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant('object' as const) },
    { weight: 4, arbitrary: fc.constantFrom('chart' as const, 'group' as const) },
    { weight: 2, arbitrary: fc.constantFrom('lazy' as const, 'patched' as const) },
    { weight: 1, arbitrary: fc.constantFrom('invalid' as const, 'growing' as const, 'reversed' as const) },
  ),
  id: ID,
  parent: fc.nat(),
  data: fc.dictionary(
    fc.constantFrom('spec', 'data', 'b', 'A', '1'),
    fc.oneof(
      SCALAR,
      fc.array(SCALAR, { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('k', 'on', '2'), SCALAR),
    ),
  ),
});

/** Replaces a text everywhere, as a user's resolver may do. */
class ShoutingResolver implements IResolver {
  public resolve(context: ResolutionContext): void {
    if (context.value === 'text') context.replaceValue('TEXT');
  }
}

export const GENERATED_APP: fc.Arbitrary<GeneratedApp> = fc.record({
  nodes: fc.array(NODE, { minLength: 1, maxLength: 14 }),
  dependencies: fc.oneof(
    fc.constant([]),
    // Later nodes that depend on earlier ones rarely form cycles; the other pairs often do.
    fc.array(
      fc.tuple(fc.nat(13), fc.nat(13)).map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const),
      {
        maxLength: 8,
      },
    ),
    fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 4 }),
  ),
  props: fc.record({
    yamlOutputType: fc.constantFrom(
      YamlOutputType.FILE_PER_APP,
      YamlOutputType.FILE_PER_CHART,
      YamlOutputType.FILE_PER_RESOURCE,
      YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
    ),
    outputFileExtension: fc.constantFrom(undefined, '.yaml'),
    recordConstructMetadata: fc.constantFrom(undefined, true, false),
    resolvers: fc.constantFrom(undefined, [new ShoutingResolver()]),
  }),
});

/** Makes an app of the given class. What cannot be created (an object in no chart, an id twice) is left out. */
export function build(
  AppClass: typeof App,
  { nodes, dependencies, props }: GeneratedApp,
  outdir: string,
): App {
  const app = new AppClass({ ...props, outdir });
  const constructs: Construct[] = [app];
  for (const node of nodes) {
    const parent = constructs[node.parent % constructs.length];
    const child = create(parent, node);
    if (child !== undefined) constructs.push(child);
  }
  for (const [source, target] of dependencies) {
    constructs[source % constructs.length].node.addDependency(constructs[target % constructs.length]);
  }
  return app;
}

function create(scope: Construct, { kind, id, data }: GeneratedNode): Construct | undefined {
  if (scope.node.tryFindChild(id) !== undefined) return undefined;
  const isInChart = scope.node.scopes.some((ancestor) => ancestor instanceof Chart);
  switch (kind) {
    case 'chart':
      return new Chart(scope, id, {
        namespace: id === 'a' ? 'space' : undefined,
        labels: { in: id },
      });
    case 'reversed':
      return new ReversedChart(scope, id);
    case 'group':
      return new Construct(scope, id);
    case 'object':
      return isInChart ? createObject(scope, id, { data }) : undefined;
    case 'lazy':
      return isInChart
        ? createObject(
            scope,
            id,
            lazily(() => data),
          )
        : undefined;
    case 'patched': {
      const object = isInChart ? createObject(scope, id, { data }) : undefined;
      object?.addJsonPatch(JsonPatch.add('/patched', data));
      return object;
    }
    case 'invalid': {
      const group = new Construct(scope, id);
      group.node.addValidation({ validate: () => ['first', 'second'] });
      return group;
    }
    case 'growing':
      return isInChart ? createGrowingObject(scope, id) : undefined;
  }
}

function createObject(scope: Construct, id: string, fields: object): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Thing', ...fields });
}

function lazily(produce: () => unknown): object {
  const data: unknown = Lazy.any({ produce });
  return { data };
}

/** A chart that renders itself in its own way. */
class ReversedChart extends Chart {
  public override toJson(): unknown[] {
    return super.toJson().reverse();
  }
}

/** An object that adds an object to every chart of its app when it is rendered, before the other objects there. */
function createGrowingObject(scope: Construct, id: string): ApiObject {
  const grow = (): string => {
    for (const chart of scope.node.root.node.findAll().filter((construct) => construct instanceof Chart)) {
      if (chart.node.tryFindChild('late') !== undefined) continue;
      const late = new Construct(chart, 'late');
      createObject(late, 'object', {});
      chart.node.children[0]?.node.addDependency(late);
    }
    return 'grown';
  };
  return createObject(scope, id, lazily(grow));
}
