import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Effect, KubernetesVersion, SetsOverview, UpgradePlan } from '../../lib';
import { brokenRollout, listOf, webSet } from '../manifests/live/objects';
import { claimTemplate, NEW_IMAGE, service, set } from '../plan/manifests';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'facade-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, object: object): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(object));
  return file;
}

describe('UpgradePlan', () => {
  test('plans between files, and says it in every form', () => {
    const wanted = write(
      'new.json',
      set({ volumeClaimTemplates: [claimTemplate('data', '20Gi')] }, NEW_IMAGE),
    );
    const plan = UpgradePlan.between([write('old.json', set())], [wanted]);
    expect(plan.effect).toBe(Effect.REJECTED);
    expect(plan.isSafe).toBe(false);
    expect(plan.changes.map(({ code }) => code)).toEqual(['TEMPLATE_RESTARTS', 'CLAIM_TEMPLATE_GROWN']);
    expect(plan.restarts).toEqual([{ object: 'StatefulSet web', pods: ['web-2', 'web-1', 'web-0'] }]);
    expect(plan.steps.some(({ command }) => command.includes('--cascade=orphan'))).toBe(true);
    expect(plan.toText()).toContain('CLAIM_TEMPLATE_GROWN');
    expect(plan.toMarkdown()).toContain('### Upgrade plan: rejected');
    expect(plan.toScript()).toContain(`--filename ${wanted}`);
    expect(JSON.parse(plan.toJsonText())).toMatchObject({ version: 1, effect: 'rejected' });
  });

  test('plans to objects, for a version', () => {
    const old = [write('old.json', set())];
    const options = { kubernetesVersion: KubernetesVersion.V1_34 };
    const earlier = { kubernetesVersion: KubernetesVersion.V1_28 };
    expect(UpgradePlan.toManifests(old, [set({ revisionHistoryLimit: 3 })], earlier).effect).toBe(
      Effect.REJECTED,
    );
    expect(UpgradePlan.toManifests(old, [set({ revisionHistoryLimit: 3 })], options).isSafe).toBe(true);
  });

  test('says what is left if the new template never becomes ready', () => {
    const [old, wanted] = [[write('old.json', set())], [set({}, NEW_IMAGE)]];
    const plan = UpgradePlan.toManifests(old, wanted);
    expect(plan.outcomesIfBroken).toMatchObject([
      { object: 'StatefulSet web', podsDown: ['web-2'], podsKept: ['web-0', 'web-1'], isQuorumLost: false },
    ]);
    expect(plan.toText()).not.toContain('never becomes ready');
    expect(UpgradePlan.toManifests(old, wanted, { whatIfBroken: true }).toText()).toContain(
      'never becomes ready',
    );
  });

  test('says what a rollout is stuck on, where the old side is a cluster', () => {
    const live = write('live.json', listOf(...brokenRollout()));
    expect(UpgradePlan.toManifests([live], [webSet('nginx:1.30')]).rollouts).toMatchObject([
      { object: 'StatefulSet prod/web', isStuck: true, podsToDelete: ['web-2'] },
    ]);
  });

  test('is not safe where its input cannot be read', () => {
    const plan = UpgradePlan.between([path.join(folder, 'gone')], [write('new.json', set())]);
    expect(plan.problems).toEqual([expect.stringContaining('[INPUT_NOT_FOUND]')]);
    expect(plan.isSafe).toBe(false);
  });
});

describe('SetsOverview', () => {
  test('shows sets in every form', () => {
    const overview = SetsOverview.ofManifests([set(), service()], { namespace: 'prod' });
    expect(overview.toText()).toContain('web-0.web.prod.svc.cluster.local');
    expect(overview.toMarkdown()).toContain('| web-0 |');
    expect(overview.toMermaid()).toContain('flowchart TB');
    expect(overview.toSvg()).toContain('<svg ');
    expect(JSON.parse(overview.toJsonText())).toMatchObject({ version: 1, sets: [{ name: 'web' }] });
  });

  test('reads files, and says what it could not read', () => {
    expect(SetsOverview.ofPaths([write('web.json', set())]).toText()).toContain('StatefulSet default/web');
    expect(SetsOverview.ofPaths([path.join(folder, 'gone')]).problems).toHaveLength(1);
  });
});
