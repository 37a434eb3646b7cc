import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/versions.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly engines: { readonly node: string };
  readonly peerDependencies: Readonly<Record<string, string>>;
};
const workflow = load(readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8')) as {
  readonly jobs: {
    readonly test: { readonly strategy: { readonly matrix: { readonly node: readonly number[] } } };
    readonly gate: { readonly steps: readonly { readonly run?: string }[] };
  };
};

/** The cells of a row of the first table. */
function rowOf(what: string): readonly string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${what} `)) ?? '';
  return row.split('|').map((cell) => cell.trim());
}

test('the page names the versions of Node.js that CI runs the tests with, from the oldest that npm takes', () => {
  const tested = workflow.jobs.test.strategy.matrix.node;
  expect(rowOf('Node.js')[3]).toBe(`${tested.slice(0, -1).join(', ')} and ${String(tested.at(-1))}`);
  expect(manifest.engines.node).toBe(`>= ${tested[0]}`);
  expect(rowOf('Node.js')[2]).toBe(`${tested[0]} and newer`);
});

test('the page names the versions of all peers', () => {
  const [, , versions] = rowOf('cdk8s');
  expect(Object.values(manifest.peerDependencies)).toHaveLength(3);
  for (const [name, version] of Object.entries(manifest.peerDependencies)) {
    expect(versions).toContain(name === 'cdk8s' ? version : `${name} ${version}`);
  }
});

test('the page names the versions of Kubernetes that are known', () => {
  const [first, last] = [KUBERNETES_VERSIONS.at(0), KUBERNETES_VERSIONS.at(-1)];
  expect(rowOf('Kubernetes')[2]).toBe(`${String(first)} to ${String(last)}`);
});

test('the gate of CI is the one script that decides what lands', () => {
  expect(workflow.jobs.gate.steps.map(({ run }) => run)).toContain('.ci/run');
});
