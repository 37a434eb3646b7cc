import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type JsonObject } from '../../../lib/manifests/json';
import { planScript } from '../../../lib/plan/report/plan-script';
import { claimTemplate, planOf, service, set } from '../manifests';

const GROWN = set({ volumeClaimTemplates: [claimTemplate('data', '20Gi')] });
const FILES = ['new.yaml'];

function scriptOf(
  old: readonly JsonObject[],
  wanted: readonly JsonObject[],
  options: Parameters<typeof planOf>[2] = { files: FILES, namespace: 'prod' },
): string {
  return planScript(planOf(old, wanted, options));
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plan-script-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a script where there is no kubectl at all: it must stop before it needs one. */
function run(script: string, ...options: readonly string[]): { code: number | null; err: string } {
  const file = path.join(folder, 'migration.sh');
  writeFileSync(file, script);
  const { status, stderr } = spawnSync('/bin/sh', [file, ...options], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin' },
  });
  return { code: status, err: stderr };
}

describe('the script of a migration procedure', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['larger volumes', set(), GROWN],
    ['another selector', set(), relabelled({ app: 'web', 'a.b/c': 'it' })],
    ['another Service', set(), set({ serviceName: 'other' })],
    [
      'another claim template',
      set(),
      set({ volumeClaimTemplates: [claimTemplate(), claimTemplate('logs')] }),
    ],
    ['another namespace', set(), set({}, {}, { namespace: 'x' })],
    ['another name', set(), set({}, {}, { name: 'www' })],
    ['a Service that becomes headless', service({ clusterIP: '10.0.0.9' }), service()],
  ])('is one that a POSIX shell takes: %s', (_, old, wanted) => {
    const script = scriptOf([old], [wanted]);
    expect(script).toContain('look_at_cluster');
    const file = path.join(folder, 'migration.sh');
    writeFileSync(file, script);
    expect(spawnSync('sh', ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  test('has only the functions that it calls for', () => {
    expect(scriptOf([set()], [GROWN])).not.toContain('hand_over');
    expect(scriptOf([service({ clusterIP: '10.0.0.9' })], [service()])).not.toContain('renew_pods');
  });

  test('ends where nobody says which cluster it is for', () => {
    expect(run(scriptOf([set()], [GROWN]))).toMatchObject({
      code: 2,
      err: expect.stringContaining('say which cluster this is for') as string,
    });
  });

  test('ends where it is told another namespace than that of the plan', () => {
    const script = scriptOf([set()], [GROWN]);
    expect(run(script, '--context', 'c', '--namespace', 'test')).toMatchObject({
      code: 2,
      err: expect.stringContaining('this script is for the namespace prod') as string,
    });
  });

  test('asks for the namespace where neither the objects nor the plan have one', () => {
    const script = scriptOf([set()], [GROWN], { files: FILES });
    expect(run(script, '--context', 'c').err).toContain('say which namespace the objects are in');
    expect(run(script, '--context', 'c', '--namespace', '--server=x').err).toContain(
      'is no name of a namespace',
    );
  });

  test('asks for the manifests where no file holds them', () => {
    const script = scriptOf([set()], [GROWN], { namespace: 'prod' });
    expect(run(script, '--context', 'c').err).toContain('say where the new manifests are');
  });

  test('ends in another folder than that of the manifests', () => {
    expect(run(scriptOf([set()], [GROWN]), '--context', 'c')).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no ./new.yaml here') as string,
    });
  });

  test('names files so that kubectl takes them for neither options nor lists', () => {
    const script = scriptOf([set()], [GROWN], { files: ['-x.yaml', 'a,b.yaml'], namespace: 'prod' });
    expect(script).toContain('--filename ./-x.yaml');
    expect(script).toContain(`--filename '"./a,b.yaml"'`);
  });

  test('makes sure first that the API server takes all other objects', () => {
    const autoscaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'x' },
      spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' } },
    };
    const script = scriptOf([set()], [service(), GROWN, autoscaler]);
    expect(script).toContain('\nrehearse horizontalpodautoscaler.autoscaling/x service/web\n');
  });

  test('only says that nothing stands in the way where an apply does it', () => {
    expect(run(scriptOf([set()], [set({ replicas: 4 })]))).toEqual({ code: 0, err: '' });
  });

  test.each<[string, JsonObject, string]>([
    [
      'a smaller volume',
      set({ volumeClaimTemplates: [claimTemplate('data', '5Gi')] }),
      'A volume cannot shrink',
    ],
    ['a number below zero', set({ replicas: -1 }), 'the manifests have to be edited first'],
  ])('only says what to edit for %s', (_, wanted, text) => {
    expect(run(scriptOf([set()], [wanted]))).toMatchObject({
      code: 1,
      err: expect.stringContaining(text) as string,
    });
  });
});

function relabelled(labels: JsonObject): JsonObject {
  const changed = set({ selector: { matchLabels: labels } });
  const spec = changed.spec as JsonObject;
  return {
    ...changed,
    spec: { ...spec, template: { ...(spec.template as JsonObject), metadata: { labels } } },
  };
}
