import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPaths } from '../../lib/manifests/reading/read-paths';
import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';
import { check } from '../../lib/check/check';
import { RULES } from '../../lib/check/rules';

const EXAMPLES = join(__dirname, '../../examples');
const names = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'chart.ts')));

describe.each(names)('the app of %s', (name) => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'example-'));
    process.env.CDK8S_OUTDIR = directory;
    jest.requireActual(join(EXAMPLES, name, 'main'));
  });
  afterAll(() => {
    delete process.env.CDK8S_OUTDIR;
    rmSync(directory, { recursive: true });
  });

  it('writes one file of manifests, under the name of the example', () => {
    expect(readdirSync(directory)).toEqual([`${name}.k8s.yaml`]);
  });

  it.each(KUBERNETES_VERSIONS)('has nothing for check to find on Kubernetes %s', (version) => {
    const { manifests, problems } = readPaths([directory]);
    expect(problems).toEqual([]);
    const { checked, findings } = check(manifests, RULES, version);
    expect(checked).toBeGreaterThanOrEqual(2);
    expect(findings).toEqual([]);
  });
});
