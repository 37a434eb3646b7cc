import { spawnSync } from 'node:child_process';
import { type JsonObject } from '../../../lib/manifests/json';
import { canaryPartition, canaryShareIn } from '../../../lib/kubernetes/canary';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { type Plan } from '../../../lib/plan/plan-model';
import { BESIDE_FUNCTIONS, CANARY_FUNCTIONS } from '../../../lib/plan/procedures/script/canaries';
import { planScript } from '../../../lib/plan/report/plan-script';
import { claimTemplate, NEW_IMAGE, planOf, service, set } from '../manifests';

function laddered(spec: JsonObject = {}, canary: readonly string[] = ['1', '50%']): Plan {
  const options = { canary, files: ['new.yaml'], namespace: 'prod', version: KubernetesVersion.V1_37 };
  return planOf([set(spec)], [set(spec, NEW_IMAGE)], options);
}

/** What the script calls before the apply of all manifests, and on its way back. */
function callsOf(plan: Plan): readonly string[] {
  const [procedure] = plan.migration?.procedures ?? [];
  const { changes, finishes, back = [] } = procedure.script;
  return [...changes, ...finishes, ...back].map(({ name, words }) =>
    [name, ...words.filter((word) => typeof word === 'string')].join(' '),
  );
}

describe('a canary', () => {
  test('climbs rung by rung, and has a way back', () => {
    const plan = laddered();
    expect(callsOf(plan)).toEqual(['climb 1 3 0', 'climb 50% 3 0', 'await_pods', 'step_back']);
    const script = planScript(plan);
    expect(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(script.indexOf('climb manifest_1 1 3 0')).toBeLessThan(script.indexOf('apply_files || stop'));
    expect(script).toContain('[--step back]');
    expect(plan.steps.find(({ title }) => title === 'Apply the new manifests')?.why).toContain(
      'the last rung',
    );
  });

  test('is told to people with the partition of each rung', () => {
    const titles = (spec: JsonObject, ...canary: readonly string[]): readonly string[] =>
      laddered(spec, canary)
        .steps.map(({ title }) => /partition \d+/.exec(title)?.[0])
        .filter((title) => title !== undefined);
    expect(titles({ replicas: 5 }, '1', '50%')).toEqual(['partition 4', 'partition 2']);
    expect(titles({ replicas: 3 }, '1', '50%', '9')).toEqual(['partition 2', 'partition 1', 'partition 0']);
    const kept = { replicas: 5, updateStrategy: { rollingUpdate: { partition: 3 } } };
    expect(titles(kept, '1', '80%')).toEqual(['partition 4', 'partition 3']);
  });

  test('is counted by the script as by the steps and by the constructs', () => {
    const shares = ['1', '3', '9', ...[1, 25, 33, 34, 50, 66, 67, 99].map((share) => `${share}%`)];
    const pods = [1, 2, 3, 4, 5, 7, 9, 100, 101];
    const all = shares.flatMap((share) => pods.map((count) => ({ share, count })));
    const lines = all.map(({ share, count }) => `count_of ${share} ${count}`);
    const { stdout } = spawnSync('sh', { input: [CANARY_FUNCTIONS, ...lines].join('\n'), encoding: 'utf8' });
    expect(stdout.trim().split('\n')).toHaveLength(all.length);
    stdout
      .trim()
      .split('\n')
      .forEach((counted, index) => {
        const { share, count } = all[index];
        const kept = Math.max(0, count - Number(counted));
        expect([share, count, kept]).toEqual([
          ...[share, count, canaryPartition(canaryShareIn(share) ?? '', count)],
        ]);
      });
  });

  test('leaves the number of pods to the cluster where the manifest does', () => {
    const spec = Object.fromEntries(
      Object.entries(set().spec as JsonObject).filter(([field]) => field !== 'replicas'),
    );
    const unsized = (pod: JsonObject): JsonObject => ({
      ...set(),
      spec: { ...spec, template: { ...(spec.template as JsonObject), spec: pod } },
    });
    const old = unsized((set().spec as { template: { spec: JsonObject } }).template.spec);
    const plan = planOf([old], [unsized(NEW_IMAGE)], { canary: ['1'], files: ['new.yaml'] });
    expect(callsOf(plan)[0]).toBe('climb 1  0');
  });

  test('is not for OnDelete', () => {
    const onDelete = laddered({ updateStrategy: { type: 'OnDelete' } });
    expect(onDelete.migration).toBeUndefined();
    expect(onDelete.steps.map(({ command }) => command)).toEqual(['']);
  });

  describe('where something changes beside the set', () => {
    const options = { canary: ['1'], files: ['new.yaml'], namespace: 'prod' };
    const config = (value: string): JsonObject => ({
      ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data: { value } },
    });
    const labelled = { ...service(), metadata: { name: 'web', labels: { a: 'b' } } };

    test('applies that first, and everything but the set', () => {
      const old = [set(), service(), config('a')];
      const wanted = [set({}, NEW_IMAGE), labelled, config('b'), set({}, {}, { name: 'added' })];
      const plan = planOf(old, wanted, options);
      expect(plan.migration?.apply.beside).toEqual({
        objects: ['ConfigMap web', 'Service web', 'StatefulSet added'],
        sets: [{ name: 'web', namespace: 'prod' }],
      });
      expect(plan.steps[0].title).toContain('ConfigMap web, Service web and StatefulSet added');
      const script = planScript(plan);
      const [beside, climb] = ['\napply_beside prod web\n', '\nclimb manifest_1'].map((line) =>
        script.indexOf(line),
      );
      expect(beside).toBeGreaterThan(script.indexOf('Nothing is changed before all of this holds'));
      expect(climb).toBeGreaterThan(beside);
      expect(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({ status: 0 });
    });

    test('has nothing to apply first where all else stays, or only goes', () => {
      const plan = planOf([set(), service(), config('a')], [set({}, NEW_IMAGE), service()], options);
      expect(plan.migration?.apply.beside).toBeUndefined();
      expect(planScript(plan)).not.toContain('apply_beside');
    });

    test.each<[string, readonly JsonObject[], readonly JsonObject[], string]>([
      ['a port of a Service', [service()], [service({ ports: [{ port: 81 }] })], 'Service web'],
      ['what a Service selects', [service()], [service({ selector: { app: 'other' } })], 'Service web'],
      [
        'a set that restarts without another template',
        [set({ updateStrategy: { rollingUpdate: { partition: 3 } } }, {}, { name: 'other' })],
        [set({ updateStrategy: { rollingUpdate: { partition: 0 } } }, {}, { name: 'other' })],
        'StatefulSet other',
      ],
      [
        'a set that has to be recreated',
        [set({}, {}, { name: 'other' })],
        [set({ volumeClaimTemplates: [claimTemplate('data', '20Gi')] }, {}, { name: 'other' })],
        'StatefulSet other',
      ],
    ])('is not written for %s', (_, old, wanted, named) => {
      const plan = planOf([set(), ...old], [set({}, NEW_IMAGE), ...wanted], options);
      expect(plan.migration).toBeUndefined();
      expect(plan.steps.map(({ title }) => title)).toEqual([
        `Get ${named} done first, in a release of its own, then plan the canary`,
      ]);
    });
  });

  test('picks the sets out of what kubectl prints, and stops where it does not find them', () => {
    const printed = [
      { kind: 'ConfigMap', metadata: { name: 'web', namespace: 'prod' }, data: { kind: 'StatefulSet' } },
      {
        kind: 'StatefulSet',
        metadata: { name: 'web', namespace: 'prod' },
        spec: { name: 'x', template: {} },
      },
      { kind: 'StatefulSet', metadata: { name: 'web', namespace: 'test' } },
    ].map((object) => JSON.stringify(object, undefined, 4));
    const run = (namespace: string): ReturnType<typeof spawnSync> =>
      spawnSync('sh', {
        input: [
          'scratch=$(mktemp -d)',
          'stop() { echo "stopped: $1"; exit 1; }',
          `with_files() { cat <<'END'\n${printed.join('\n')}\nEND\n}`,
          'apply_as() { cat "$2"; }',
          BESIDE_FUNCTIONS,
          `apply_beside ${namespace} web`,
        ].join('\n'),
        encoding: 'utf8',
      });
    const { stdout } = run('prod');
    expect(stdout).toBe(`---\n${printed[0]}\n---\n${printed[2]}\n`);
    expect(run('elsewhere').stdout).toMatch(/^stopped: the sets cannot be told/);
  });

  test('is none where no pod gets another template, or nobody asks for it', () => {
    expect(planOf([set()], [set({ replicas: 5 })], { canary: ['1'] }).migration).toBeUndefined();
    expect(planOf([set()], [set({}, NEW_IMAGE)]).migration).toBeUndefined();
  });
});
