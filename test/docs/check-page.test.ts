import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { load } from 'js-yaml';
import * as library from '../../lib';
import { Checks, Effect, KubernetesVersion, StatefulSet, UpgradePlan } from '../../lib';
import { run } from '../cli/run-program';
import { newChart, NGINX } from '../synthesis';
import { REPOSITORY } from './included-files';
import { expectOutput } from './output';

const INPUT = 'docs/inputs/broken.yaml';

it('shows what check prints', () => {
  const { code, out } = run(['check', INPUT, '--kubernetes-version', '1.34']);
  expectOutput('check.txt', out);
  expect(code).toBe(1);
  expect(out).toContain('VOLUME_MOUNT_UNRESOLVED');
  expect(out).not.toContain('MAX_UNAVAILABLE_DROPPED');
});

it('shows the JSON of one finding, and the summary', () => {
  const { out } = run(['check', INPUT, '--kubernetes-version', '1.34', '-o', 'json']);
  const report = JSON.parse(out) as { findings: { code: string }[] };
  const findings = report.findings.filter(({ code }) => code === 'SELECTOR_MISMATCH');
  expect(findings).toHaveLength(1);
  expectOutput('check.json', `${JSON.stringify({ ...report, findings }, undefined, 2)}\n`);
});

it('shows a way to check from code that works', () => {
  const chart = newChart();
  new StatefulSet(chart, 'web', { containers: [NGINX] });
  // #region facade
  const report = Checks.ofManifests(Testing.synth(chart), { kubernetesVersion: KubernetesVersion.V1_34 });
  expect(report.errors).toEqual([]);
  // #endregion
  expect(Checks.ofPaths([INPUT]).errors.map(({ code }) => code)).toContain('SELECTOR_MISMATCH');
});

it('shows a way to write reports for a pipeline from code that works', () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-ci-'));
  const [old, wanted] = [['docs/inputs/broken.yaml'], ['docs/inputs/broken.yaml']];
  const file = (name: string): string => join(folder, name);
  // #region reports
  const checked = Checks.ofPaths(wanted, { strict: true });
  const planned = UpgradePlan.between(old, wanted, { failOn: Effect.ROLLING_RESTART });
  writeFileSync(file('check.sarif'), checked.toSarif());
  writeFileSync(file('plan.xml'), planned.toJunit());
  process.stdout.write(checked.toGithubAnnotations());
  // #endregion
  expect(readFileSync(file('check.sarif'), 'utf8')).toContain('"SELECTOR_MISMATCH"');
  expect(readFileSync(file('plan.xml'), 'utf8')).toContain('<testsuites name="cdk8s-stateful plan"');
  rmSync(folder, { recursive: true });
});

it('shows how cdk8s loads the plugin, with properties that it takes', () => {
  const read = (file: string): string => readFileSync(join(REPOSITORY, file), 'utf8');
  const { validations } = load(read('docs/inputs/plugin.yaml')) as {
    validations: { package: string; version: string; class: string; properties: object }[];
  };
  const { name, version } = JSON.parse(read('package.json')) as { name: string; version: string };
  expect(validations).toMatchObject([
    { package: `./node_modules/${name}`, version, class: 'CheckValidation' },
  ]);
  expect(library).toHaveProperty(validations[0].class);
  expect(() => new library.CheckValidation(validations[0].properties)).not.toThrow();
});
