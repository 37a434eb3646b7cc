import { spawnSync } from 'node:child_process';
import { type JsonObject } from '../../../lib/manifests/json';
import { canaryPartition, canaryShareIn } from '../../../lib/kubernetes/canary';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { type Plan } from '../../../lib/plan/plan-model';
import { CANARY_FUNCTIONS } from '../../../lib/plan/procedures/script/canaries';
import { planScript } from '../../../lib/plan/report/plan-script';
import { NEW_IMAGE, planOf, service, set } from '../manifests';

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

  test('is not for OnDelete, nor for a plan that changes something beside the sets', () => {
    const onDelete = laddered({ updateStrategy: { type: 'OnDelete' } });
    const beside = planOf([set(), service()], [set({}, NEW_IMAGE), service({ ports: [{ port: 81 }] })], {
      canary: ['1'],
      files: ['new.yaml'],
    });
    for (const plan of [onDelete, beside]) {
      expect(plan.migration).toBeUndefined();
      expect(plan.steps.map(({ command }) => command)).toEqual(['']);
    }
    expect(beside.steps[0].title).toContain('Service web');
  });

  test('is none where no pod gets another template, or nobody asks for it', () => {
    expect(planOf([set()], [set({ replicas: 5 })], { canary: ['1'] }).migration).toBeUndefined();
    expect(planOf([set()], [set({}, NEW_IMAGE)]).migration).toBeUndefined();
  });
});
