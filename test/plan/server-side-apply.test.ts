import { spawnSync } from 'node:child_process';
import { type JsonObject } from '../../lib/manifests/json';
import { ApplyMode, type ApplyOptions } from '../../lib/plan/apply-mode';
import { Effect } from '../../lib/plan/policy/effect';
import { planJson } from '../../lib/plan/report/plan-json';
import { planMarkdown } from '../../lib/plan/report/plan-markdown';
import { planScript } from '../../lib/plan/report/plan-script';
import { planText } from '../../lib/plan/report/plan-text';
import { type Plan } from '../../lib/plan/plan-model';
import { claimTemplate, essence, planOf, service, set } from './manifests';

const SERVER: ApplyOptions = { mode: ApplyMode.SERVER, isForced: false };
const FORCED: ApplyOptions = { mode: ApplyMode.SERVER, isForced: true };
const ON_DELETE: JsonObject = { updateStrategy: { type: 'OnDelete' } };

function serverPlan(old: JsonObject, wanted: JsonObject, apply = SERVER): Plan {
  return planOf([old], [wanted], { apply });
}

/** A set of a cluster that kubectl has applied server-side, and whose replicas somebody has set afterwards. */
function scaled(manager = 'kubectl'): JsonObject {
  return set(
    { replicas: 5 },
    {},
    {
      namespace: 'prod',
      uid: 'a',
      managedFields: [
        {
          manager: 'kubectl',
          operation: 'Apply',
          apiVersion: 'apps/v1',
          fieldsV1: { 'f:spec': { 'f:serviceName': {} } },
        },
        {
          manager,
          operation: 'Update',
          subresource: 'scale',
          apiVersion: 'apps/v1',
          fieldsV1: { 'f:spec': { 'f:replicas': {} } },
        },
      ],
    },
  );
}

/** An object of a cluster that somebody has applied server-side. */
function managed(object: JsonObject, manager: string): JsonObject {
  const fieldsV1 = { 'f:spec': { 'f:serviceName': {}, 'f:selector': {} } };
  const managedFields = [{ manager, operation: 'Apply', apiVersion: 'apps/v1', fieldsV1 }];
  const metadata = { ...(object.metadata as JsonObject), namespace: 'prod', uid: 'a', managedFields };
  return { ...object, metadata };
}

test('a field that another manager has set is a conflict, named with its manager', () => {
  const plan = serverPlan(scaled(), set());
  const [change] = plan.changes;
  expect(change).toMatchObject({
    path: ['spec', 'replicas'],
    before: 5,
    after: 3,
    effect: Effect.REJECTED,
    cause: { code: 'FIELD_CONFLICT', managers: [{ name: 'kubectl', subresource: 'scale' }] },
  });
  expect(plan.rejections.map(({ message }) => message)).toEqual([
    'error: Apply failed with 1 conflict: conflict with "kubectl" with subresource "scale" using apps/v1: .spec.replicas',
  ]);
  expect(planText(planJson(plan))).toContain('take it over with --force-conflicts, as Flux always does');
});

test('a conflict that is forced is the change that it is', () => {
  expect(essence(serverPlan(scaled(), set(), FORCED).changes)).toEqual([
    'spec.replicas in-place REPLICAS_DOWN',
  ]);
});

test('replicas that nobody else has set become 1, and the way out is one of server-side apply', () => {
  const { spec, ...rest } = set();
  const others = Object.entries(spec as JsonObject).filter(([field]) => field !== 'replicas');
  const plan = serverPlan(set(), { ...rest, spec: Object.fromEntries(others) });
  expect(essence(plan.changes)).toEqual(['spec.replicas data-at-risk REPLICAS_RESET']);
  const [{ reason }] = planJson(plan).changes;
  expect(reason).toContain('kubectl apply --server-side --field-manager=autoscaling');
  expect(reason).not.toContain('edit-last-applied');
});

test('null is no way out of a rollingUpdate that is left over', () => {
  const withNull = set({ updateStrategy: { type: 'OnDelete', rollingUpdate: null } });
  for (const wanted of [set(ON_DELETE), withNull]) {
    const plan = serverPlan(set(), wanted);
    expect(essence(plan.changes)).toEqual([
      'spec.updateStrategy.rollingUpdate rejected ROLLING_UPDATE_LEFT_OVER',
      'spec.updateStrategy.type in-place STRATEGY_CHANGED',
    ]);
    const reasons = planJson(plan).changes.map(({ reason }) => reason);
    expect(reasons[0]).toContain('`rollingUpdate: {partition: 0}` first');
  }
  expect(planOf([set()], [withNull]).effect).toBe(Effect.IN_PLACE);
});

test('an object of a cluster that does not say who has set its fields is named', () => {
  const live = set({}, {}, { uid: 'a', namespace: 'prod' });
  expect(essence(serverPlan(live, set()).changes)).toEqual([
    'metadata.managedFields none FIELD_OWNERS_UNKNOWN',
  ]);
  expect(planOf([live], [set()]).changes).toEqual([]);
});

test('each report says for which way of applying it is', () => {
  const reportsOf = (plan: Plan): readonly string[] => [
    planText(planJson(plan)),
    planMarkdown(planJson(plan)),
  ];
  const [client, server] = [
    planOf([set()], [set({ minReadySeconds: 1 })]),
    serverPlan(set(), set({ minReadySeconds: 1 })),
  ];
  expect(planJson(client).applyMode).toBe('client');
  expect(planJson(server).applyMode).toBe('server');
  for (const report of reportsOf(client)) {
    expect(report).toMatch(/for Kubernetes 1\.37 by kubectl apply\b(?! --server-side)/);
  }
  for (const report of reportsOf(server)) {
    expect(report).toContain('for Kubernetes 1.37 by kubectl apply --server-side');
  }
});

describe('a migration script', () => {
  const LARGER = set({ volumeClaimTemplates: [claimTemplate('data', '20Gi')] });
  const applying = (apply: ApplyOptions): string => planScript(serverPlan(set(), LARGER, apply));

  test('applies under the name of the user, and takes over nothing that is not asked for', () => {
    const script = applying({ ...SERVER, fieldManager: 'flux' });
    expect(script).toContain('apply_as() { k apply --server-side --field-manager flux "$@"; }');
    expect(applying({ ...FORCED, fieldManager: 'flux' })).toContain(
      'apply_as() { k apply --server-side --field-manager flux --force-conflicts "$@"; }',
    );
    expect(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({ status: 0 });
  });

  test('keeps the number of pods from the next apply where the manifest leaves it out', () => {
    const unsized = (object: JsonObject): JsonObject => {
      const spec = Object.entries(object.spec as JsonObject).filter(([field]) => field !== 'replicas');
      return { ...object, spec: Object.fromEntries(spec) };
    };
    expect(planScript(serverPlan(unsized(set()), unsized(LARGER), SERVER))).toMatch(/^keep_size$/m);
    expect(applying(SERVER)).not.toMatch(/^keep_size$/m);
    expect(planScript(planOf([unsized(set())], [unsized(LARGER)]))).not.toMatch(/^keep_size$/m);
  });

  test('quotes the name', () => {
    expect(applying({ ...SERVER, fieldManager: "a'; touch b" })).not.toContain('apply_as()');
    expect(applying({ ...SERVER, fieldManager: "a';touch" })).toContain(
      `--field-manager 'a'\\'';touch' "$@"; }`,
    );
  });

  test('applies under the name under which the objects of the cluster have been applied', () => {
    const live = managed(set(), 'argocd-controller');
    const plan = serverPlan(live, LARGER, SERVER);
    expect(planScript(plan)).toContain('--field-manager argocd-controller "$@"; }');
    expect(plan.steps.map(({ command }) => command)).toContain(
      'kubectl --namespace prod apply --server-side --field-manager argocd-controller --filename new.yaml',
    );
  });

  test('is none where the objects have been applied under several names, and nobody says one', () => {
    const old = [managed(set(), 'one'), managed(service(), 'two')];
    const plan = planOf(old, [LARGER, service()], { apply: SERVER });
    expect(plan.migration).toBeUndefined();
    expect(plan.steps).toMatchObject([
      { title: 'Say under which name the manifests are applied: --field-manager NAME', command: '' },
    ]);
    expect(
      planOf(old, [LARGER, service()], { apply: { ...SERVER, fieldManager: 'one' } }).migration,
    ).toBeDefined();
  });
});
