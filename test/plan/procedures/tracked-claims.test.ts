import { type JsonObject } from '../../../lib/manifests/json';
import { planScript } from '../../../lib/plan/report/plan-script';
import { type Plan } from '../../../lib/plan/plan-model';
import { claimTemplate, planOf, set } from '../manifests';

const PAUSE = 'Pause the automated syncs of Argo CD, where it tracks by label';
const INSTANCE = { 'app.kubernetes.io/instance': 'orders' };

function labelled(labels: Record<string, string>, spec: JsonObject = {}): JsonObject {
  return set({
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [
          { name: 'web', image: 'nginx:1.27', volumeMounts: [{ name: 'data', mountPath: '/data' }] },
        ],
      },
    },
    ...spec,
  });
}

function regrouped(labels: Record<string, string>, spec: JsonObject = {}): Plan {
  return planOf([labelled(labels, spec)], [labelled(labels, { ...spec, podManagementPolicy: 'Parallel' })]);
}

const titles = ({ steps }: Plan): readonly string[] => steps.map(({ title }) => title);

describe('a set whose claims Argo CD may track by label', () => {
  test('is recreated with its automated syncs paused, which is the first thing to do', () => {
    const plan = regrouped({ app: 'web', ...INSTANCE });
    expect(titles(plan)[0]).toBe(PAUSE);
    expect(plan.steps[0].why).toContain('app.kubernetes.io/instance');
  });

  test('has a script that says so before it changes anything', () => {
    const script = planScript(regrouped({ app: 'web', ...INSTANCE }));
    const [before, after] = script.split('\nlook_at_set ');
    expect(before).toContain(`\nsay '${PAUSE}. `);
    expect(after).toContain('delete_object');
  });

  test('may have the label in its claim templates alone', () => {
    const template = claimTemplate('data');
    const volumeClaimTemplates = [{ ...template, metadata: { name: 'data', labels: INSTANCE } }];
    expect(titles(regrouped({ app: 'web' }, { volumeClaimTemplates }))).toContain(PAUSE);
  });
});

test('nothing is paused for claims without the label, or for a set without claims', () => {
  const plain = regrouped({ app: 'web' });
  expect(plain.migration).toBeDefined();
  expect(titles(plain)).not.toContain(PAUSE);
  expect(planScript(plain)).not.toContain('Argo CD');
  const claimless = regrouped({ app: 'web', ...INSTANCE }, { volumeClaimTemplates: [] });
  expect(titles(claimless)).not.toContain(PAUSE);
});
