import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App as StockApp, Chart, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { App } from '../../lib/app/app';
import { GENERATED_APP, build } from './synth/generated-app';
import type { GeneratedApp } from './synth/generated-app';

// Thousands of apps, on machines of any speed.
jest.setTimeout(120_000);

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'app-'));
});
afterEach(() => {
  rmSync(scratch, { recursive: true });
});

/** What a run leaves behind: its result or its error's message, its files, and the dependencies of its constructs. */
function observe(
  AppClass: typeof StockApp,
  generated: GeneratedApp,
  run: (app: StockApp) => unknown,
): unknown {
  const outdir = join(scratch, 'out');
  const app = build(AppClass, generated, outdir);
  let result: unknown;
  try {
    result = run(app);
  } catch (error) {
    result = (error as Error).message;
  }
  const dependencies = app.node
    .findAll()
    .map(({ node }) => [node.path, node.dependencies.map((dependency) => dependency.node.path)]);
  const files = filesBelow(outdir);
  rmSync(outdir, { recursive: true, force: true });
  return { result, dependencies, files };
}

function filesBelow(folder: string): [string, string | undefined][] {
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
  return entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path, entry.isFile() ? readFileSync(path, 'utf8') : undefined];
  });
}

function expectSame(run: (app: StockApp) => unknown, numRuns: number): void {
  fc.assert(
    fc.property(GENERATED_APP, (generated) => {
      expect(observe(App, generated, run)).toEqual(observe(StockApp, generated, run));
    }),
    { numRuns },
  );
}

describe('App', () => {
  test('writes what cdk8s.App writes, or throws what it throws', () => {
    expectSame((app) => {
      app.synth();
    }, 1000);
  });
  test.each(['CDK8S_RECORD_CONSTRUCT_METADATA', 'CDK8S_DISABLE_SORT', 'CDK8S_LEGACY_HASH'])(
    'heeds %s as cdk8s.App does',
    (variable) => {
      process.env[variable] = 'true';
      try {
        expectSame((app) => {
          app.synth();
        }, 50);
      } finally {
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- undefined would become a text
        delete process.env[variable];
      }
    },
  );
  test('writes to CDK8S_OUTDIR, or else to dist, as cdk8s.App does', () => {
    process.env.CDK8S_OUTDIR = 'elsewhere';
    try {
      expect(new App().outdir).toBe('elsewhere');
    } finally {
      delete process.env.CDK8S_OUTDIR;
    }
    expect(new App().outdir).toBe('dist');
  });
  test('is the app that constructs find themselves in', () => {
    const app = new App();
    const chart = new Chart(app, 'chart');
    expect(StockApp.of(chart)).toBe(app);
    expect(app).toBeInstanceOf(StockApp);
    expect(Testing.synth(chart)).toEqual([]);
  });
  test('renders the text that cdk8s.App renders', () => {
    expectSame((app) => app.synthYaml(), 300);
  });
  test('keeps the order within a chart, whatever another chart depends on', () => {
    const texts = [StockApp, App].map((AppClass) => {
      const app = new AppClass();
      const [first, second] = ['first', 'second'].map((id) => new Chart(app, id));
      const newObject = (chart: Chart, name: string): ApiObject =>
        new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
      newObject(first, 'a');
      const needed = newObject(first, 'b');
      newObject(second, 'c').addDependency(needed);
      return app.synthYaml();
    });
    expect(texts[1]).toBe(texts[0]);
    expect(texts[0].match(/(?<=name: )\w/g)).toEqual(['a', 'b', 'c']);
  });
  test('orders charts as cdk8s.App does', () => {
    expectSame((app) => app.charts.map((chart) => chart.node.path), 300);
  });
});
