import { App, Yaml } from 'cdk8s';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConceptsChart } from '../../docs/examples/concepts';
import { fieldsOf, manifestOf } from '../synthesis';
import { REPOSITORY } from './included-files';

const chart = (): ConceptsChart => new ConceptsChart(new App(), 'concepts');

/** Compares a file of docs/output with what the code makes; npm run docs writes it. */
function expectOutput(file: string, output: string): void {
  const path = join(REPOSITORY, 'docs/output', file);
  if (process.env.UPDATE_DOCS === '1') {
    writeFileSync(path, output);
  }
  expect(readFileSync(path, 'utf8')).toBe(output);
}

it('docs/output/identity.yaml is what the names are', () => {
  const names = chart().addIdentity();
  expect(names.podDnsName).toBe('web-2.web-headless.default.svc.cluster.local');
  expectOutput('identity.yaml', Yaml.stringify(names));
});

it('docs/output/restored-claim.yaml is a claim with the name that the controller looks for', () => {
  const storage = chart();
  storage.addStorage();
  const claim = manifestOf(storage, 'PersistentVolumeClaim', 'data-db-1');
  expect(fieldsOf(claim).get('spec.dataSource.name')).toBe('data-db-1-monday');
  expectOutput('restored-claim.yaml', Yaml.stringify(claim));
});

it('the canary of the rollout page replaces the last two of five pods, and says why', () => {
  const rollout = chart();
  rollout.addRollout();
  expect(manifestOf(rollout, 'StatefulSet')).toMatchObject({
    metadata: {
      annotations: { 'kubernetes.io/change-cause': 'nginx 1.25.4: fixes the leak of connections' },
    },
    spec: { minReadySeconds: 30, updateStrategy: { rollingUpdate: { partition: 3 } } },
  });
});

it('docs/output/budget.yaml keeps three of five pods', () => {
  const availability = chart();
  availability.addAvailability();
  const budget = manifestOf(availability, 'PodDisruptionBudget', 'store');
  expect(fieldsOf(budget).get('spec.minAvailable')).toBe(3);
  expectOutput('budget.yaml', Yaml.stringify(budget));
  expect(manifestOf(availability, 'PodDisruptionBudget', 'cache')).toMatchObject({
    spec: { maxUnavailable: '20%' },
  });
});

it('the patch of the escape hatch reaches the manifest', () => {
  const patched = chart();
  patched.addEscapeHatch();
  expect(manifestOf(patched, 'StatefulSet')).toMatchObject({
    spec: { template: { spec: { resources: { requests: { memory: '2Gi' } } } } },
  });
});
