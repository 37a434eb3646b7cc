import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { ApplyMode, ClusterUpgradePlan, Effect } from '../../lib';
import { set } from '../plan/manifests';

const HOST_USERS = set({}, { hostUsers: false });
const OPTIONS = { fromKubernetesVersion: '1.31.4', toKubernetesVersion: '1.34.4' };

test('plans for files, and says it in every form', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cluster-upgrade-'));
  try {
    const file = path.join(folder, 'set.json');
    writeFileSync(file, JSON.stringify(HOST_USERS));
    const plan = ClusterUpgradePlan.ofPaths([file], { ...OPTIONS, applyMode: ApplyMode.SERVER });
    expect(plan.effect).toBe(Effect.ROLLING_RESTART);
    expect(plan.isSafe).toBe(true);
    expect(plan.changes.map(({ moment, code }) => `${moment} ${code}`)).toEqual([
      'next-apply TEMPLATE_RESTARTS',
    ]);
    expect(plan.toText()).toContain('from Kubernetes 1.31.4 to 1.34.4');
    expect(plan.toMarkdown()).toContain('### Cluster upgrade: rolling-restart');
    expect(JSON.parse(plan.toJsonText())).toMatchObject({ version: 1, applyMode: 'server' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('plans for objects, and is not safe where one is refused', () => {
  const plan = ClusterUpgradePlan.ofManifests([set({ serviceName: 'Not_A' })], OPTIONS);
  expect(plan.changes.map(({ moment, code }) => `${moment} ${code}`)).toEqual([
    'creation SERVICE_NAME_FIELD_INVALID',
  ]);
  expect(plan.isSafe).toBe(false);
});

test('is not safe where its input cannot be read', () => {
  const plan = ClusterUpgradePlan.ofPaths(['/no/such/file'], OPTIONS);
  expect(plan.problems).toEqual([expect.stringContaining('[INPUT_NOT_FOUND]')]);
  expect(plan.isSafe).toBe(false);
});

test('refuses a version that is not known', () => {
  const options = { ...OPTIONS, toKubernetesVersion: 'latest' };
  expect(() => ClusterUpgradePlan.ofManifests([set()], options)).toThrow(/VALUE_NOT_ALLOWED/);
});
