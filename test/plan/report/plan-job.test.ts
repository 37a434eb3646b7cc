import { loadAll } from 'js-yaml';
import { valueAt } from '../../../lib/manifests/field-path';
import { type JsonObject } from '../../../lib/manifests/json';
import { DEPLOYER_NAMES, type DeployerName, SYNC_WAVE } from '../../../lib/plan/report/deployers';
import { planJob } from '../../../lib/plan/report/plan-job';
import { type Plan } from '../../../lib/plan/plan-model';
import { claimTemplate, planOf, service, set } from '../manifests';

const HOOK = 'argocd.argoproj.io/hook';
const LARGER = { volumeClaimTemplates: [claimTemplate('data', '20Gi')] };

function larger(metadata: JsonObject = {}): Plan {
  return planOf([set({}, {}, metadata)], [set(LARGER, {}, metadata)], { namespace: 'prod' });
}

function textFor(plan: Plan, deployer: DeployerName = 'argocd'): string {
  return planJob(plan, { deployer, image: 'kubectl:1' });
}

function objectsFor(plan: Plan, deployer?: DeployerName): readonly JsonObject[] {
  return loadAll(textFor(plan, deployer)) as readonly JsonObject[];
}

function rulesOf(objects: readonly JsonObject[], kind = 'Role'): readonly unknown[] {
  return objects.filter((object) => object.kind === kind).flatMap(({ rules }) => rules as readonly unknown[]);
}

describe('the Jobs of a migration procedure', () => {
  test.each(DEPLOYER_NAMES)('come with all that they need, for %s', (deployer) => {
    const objects = objectsFor(larger(), deployer);
    expect(objects.map(({ kind }) => kind)).toEqual([
      ...['ServiceAccount', 'Role', 'RoleBinding', 'ConfigMap', 'Job', 'Job'],
    ]);
    expect(new Set(objects.map((object) => valueAt(object, ['metadata', 'namespace'])))).toEqual(
      new Set(['prod']),
    );
  });

  test('may change the set of the procedure, and no other one', () => {
    expect(rulesOf(objectsFor(larger()))).toContainEqual({
      apiGroups: ['apps'],
      resources: ['statefulsets'],
      resourceNames: ['web'],
      verbs: ['delete', 'get', 'patch'],
    });
  });

  test('may touch neither pods nor volumes where the procedure does not', () => {
    const rules = JSON.stringify(rulesOf(objectsFor(larger())));
    expect(rules).not.toContain('"pods"');
    expect(rules).not.toContain('persistentvolumes');
  });

  test('may change volumes, which belong to no namespace, where they go to another set', () => {
    const renamed = planOf([set()], [set({}, {}, { name: 'site' })], { namespace: 'prod' });
    expect(rulesOf(objectsFor(renamed), 'ClusterRole')).toEqual([
      { apiGroups: [''], resources: ['persistentvolumes'], verbs: ['get', 'patch'] },
    ]);
  });

  test('leave the apply to the deployer', () => {
    const [config] = objectsFor(larger()).filter(({ kind }) => kind === 'ConfigMap');
    const scripts = config.data as Readonly<Record<string, string>>;
    expect(scripts['before.sh']).not.toContain('apply_files');
    expect(scripts['after.sh']).not.toContain('apply_files');
    expect(scripts['before.sh']).not.toContain('await_pods\n');
    expect(scripts['after.sh']).toContain('await_pods\n');
  });

  test('run before and after the apply as the hooks of Helm and Argo CD', () => {
    const hooksOf = (deployer: DeployerName, annotation: string): readonly unknown[] =>
      objectsFor(larger(), deployer)
        .filter(({ kind }) => kind === 'Job')
        .map((job) => valueAt(job, ['metadata', 'annotations', annotation]));
    expect(hooksOf('helm', 'helm.sh/hook')).toEqual(['pre-upgrade', 'post-upgrade']);
    expect(hooksOf('argocd', HOOK)).toEqual(['PreSync', 'PostSync']);
  });

  test('for Argo CD run beside the apply, in the wave of the set, where pods become ready only through them', () => {
    const added = { volumeClaimTemplates: [claimTemplate('data'), claimTemplate('logs')] };
    const waved = (wave?: string): Plan => {
      const metadata: JsonObject = wave === undefined ? {} : { annotations: { [SYNC_WAVE]: wave } };
      return planOf([set({}, {}, metadata)], [set(added, {}, metadata)], { namespace: 'prod' });
    };
    const afterOf = (plan: Plan): readonly unknown[] => {
      const job = objectsFor(plan).at(-1) ?? {};
      return [HOOK, SYNC_WAVE].map((name) => valueAt(job, ['metadata', 'annotations', name]));
    };
    expect(afterOf(waved())).toEqual(['Sync', '0']);
    expect(afterOf(waved('3'))).toEqual(['Sync', '3']);
    expect(afterOf(larger())).toEqual(['PostSync', '0']);
    expect(textFor(waved(), 'helm')).toContain('without --wait');
    expect(textFor(larger(), 'helm')).not.toContain('without --wait');
  });

  test('for Argo CD are not written where sets of several waves become ready only through them', () => {
    const added = { volumeClaimTemplates: [claimTemplate('data'), claimTemplate('logs')] };
    const sets = (spec: JsonObject): readonly JsonObject[] =>
      ['1', '2'].map((wave) => set(spec, {}, { name: `web${wave}`, annotations: { [SYNC_WAVE]: wave } }));
    const plan = planOf(sets({}), sets(added), { namespace: 'prod' });
    expect(textFor(plan, 'argocd')).toMatch(/^# No Job is safe here: .*sync waves \(1 and 2\)/);
    expect(textFor(plan, 'argocd')).toMatch(/^(# .*\n)+$/);
    expect(objectsFor(plan, 'helm')).toHaveLength(6);
  });

  test('for Flux wait for somebody who starts the second one, and say what to do', () => {
    const jobs = objectsFor(larger(), 'flux').filter(({ kind }) => kind === 'Job');
    expect(jobs.map((job) => valueAt(job, ['spec', 'suspend']))).toEqual([undefined, true]);
    expect(textFor(larger(), 'flux')).toContain('# 1. flux suspend kustomization NAME');
  });

  test('have another name where the procedure is another one, and one that a Job may have', () => {
    const nameOf = (plan: Plan): unknown => valueAt(objectsFor(plan)[0], ['metadata', 'name']);
    const long = larger({ name: 'a'.repeat(52) });
    expect(nameOf(larger())).toBe(nameOf(larger()));
    expect(nameOf(larger())).not.toBe(nameOf(long));
    const elsewhere = planOf([set()], [set(LARGER)], { namespace: 'test' });
    expect(nameOf(larger())).not.toBe(nameOf(elsewhere));
    expect(String(nameOf(long)).length + '-before'.length).toBeLessThanOrEqual(63);
  });

  test('hold nothing that Helm takes for a template', () => {
    const odd = set(LARGER, { containers: [{ name: 'web', image: 'a', args: ['{{ .Values.secret }}'] }] });
    const text = textFor(planOf([set()], [odd], { namespace: 'prod' }), 'helm');
    expect(text).toContain('{{ "{{" }} .Values.secret }}');
    expect(text.replaceAll('{{ "{{" }}', '')).not.toContain('{{');
  });
});

describe('a plan without a migration procedure', () => {
  test('is comments alone, so that applying them changes nothing', () => {
    const smaller = { volumeClaimTemplates: [claimTemplate('data', '1Gi')] };
    const text = textFor(planOf([set()], [set(smaller)], { namespace: 'prod' }));
    expect(text).toMatch(/^(# .*\n)+$/);
    expect(text).toContain('What to do by hand');
    expect(textFor(planOf([service()], [service()]))).toBe(
      '# No migration procedure is needed: nothing changes.\n',
    );
  });
});
