import { valueAt } from '../../lib/manifests/field-path';
import { type JsonObject } from '../../lib/manifests/json';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { type Plan, type PlanInput } from '../../lib/plan/plan-model';
import { planJson } from '../../lib/plan/report/plan-json';
import { planMarkdown } from '../../lib/plan/report/plan-markdown';
import { planJob } from '../../lib/plan/report/plan-job';
import { planScript } from '../../lib/plan/report/plan-script';
import { planText } from '../../lib/plan/report/plan-text';
import {
  ago,
  BAD,
  brokenRollout,
  livePod,
  liveRevision,
  liveSet,
  NOW,
  OLD,
  ready,
  waitingFor,
  webSet,
} from '../manifests/live/objects';
import { essence, planOf } from './manifests';

const FIX = 'nginx:1.30';
const OPTIONS = { now: NOW, files: ['new.yaml'], version: KubernetesVersion.V1_37 };

/** A plan from a set that is stuck on web-2 to another image, where both have some fields otherwise. */
function planned(spec: JsonObject = {}, image = FIX, options: Partial<PlanInput> = {}): Plan {
  return planOf(brokenRollout(spec), [webSet(image, spec)], { ...OPTIONS, ...options });
}

/** A revision as controllers before 1.34 have written it. */
function withNull(revision: JsonObject): JsonObject {
  const template = valueAt(revision, ['data', 'spec', 'template']) as JsonObject;
  const metadata = { ...(template.metadata as JsonObject), creationTimestamp: null };
  return { ...revision, data: { spec: { template: { ...template, metadata } } } };
}

function deletions({ rollouts }: Plan): readonly string[] {
  return rollouts.flatMap(({ deletes }) =>
    deletes.map(({ pod, uid, comesBack }) => `${pod} ${uid} ${comesBack}`),
  );
}

describe('the plan of a set that is stuck', () => {
  test('says that the apply alone changes nothing, and what does', () => {
    const plan = planned();
    expect(plan.rollouts).toEqual([
      {
        object: 'StatefulSet prod/web',
        isStuck: true,
        cause: 'waits',
        doesAnything: false,
        pods: [{ pod: 'web-2', revision: BAD, until: 'ready', reason: 'ImagePullBackOff', isHopeless: true }],
        deletes: [
          {
            pod: 'web-2',
            uid: 'uid-of-web-2',
            revision: BAD,
            reason: 'ImagePullBackOff',
            comesBack: 'updated',
          },
        ],
      },
    ]);
    expect(essence(plan.changes)).toEqual([
      'spec.template.spec.containers[web].image rolling-restart ROLLOUT_STUCK',
    ]);
    expect(plan.restarts).toMatchObject([{ pods: ['web-1', 'web-0'], isAfterSteps: true }]);
    expect(plan.steps.map(({ command }) => command)).toEqual([
      'kubectl --namespace prod apply --filename new.yaml',
      'kubectl --namespace prod delete pod web-2',
      'kubectl --namespace prod rollout status statefulset/web --timeout=30m',
    ]);
  });

  test('restarts no other pod where the fix is the template from before', () => {
    const plan = planned({}, 'nginx:1.27');
    expect(deletions(plan)).toEqual(['web-2 uid-of-web-2 updated']);
    expect(plan).toMatchObject({ effect: 'in-place', restarts: [] });
  });

  test('depends on the patch release where broken pods hold up their fix under Parallel', () => {
    const spec = { podManagementPolicy: 'Parallel' };
    const of = (patch?: number): readonly string[] =>
      deletions(planned(spec, FIX, { version: KubernetesVersion.V1_35, patch }));
    expect([of(0), of(3)]).toEqual([['web-2 uid-of-web-2 updated'], ['web-2 uid-of-web-2 updated']]);
    expect([of(4), of()]).toEqual([[], []]);
  });

  test('restarts every pod where the patch release does not know the template from before again', () => {
    const old = brokenRollout().map((object) =>
      object.kind === 'ControllerRevision' ? withNull(object) : object,
    );
    const restarted = (patch?: number): number | undefined =>
      planOf(old, [webSet('nginx:1.27')], {
        ...OPTIONS,
        version: KubernetesVersion.V1_34,
        patch,
      }).restarts.at(0)?.podCount;
    expect([restarted(0), restarted(1)]).toEqual([2, 2]);
    expect([restarted(2), restarted()]).toEqual([undefined, undefined]);
  });

  test('has the way out also where the fix is applied already', () => {
    const applied = [
      liveSet(FIX, { current: OLD, update: 'web-fix' }),
      liveRevision('web-fix', 3, FIX),
      ...brokenRollout().slice(1),
    ];
    const plan = planOf(applied, [webSet(FIX)], OPTIONS);
    expect(plan).toMatchObject({ effect: 'none', changes: [] });
    expect(deletions(plan)).toEqual(['web-2 uid-of-web-2 updated']);
    expect(planScript(plan)).toContain(`replace_stuck web-2 ${BAD} updated`);
    const job = planJob(plan, { deployer: 'argocd', image: 'tools' });
    expect(job).toMatch(/after\.sh: \|[^]*await_apply manifest_1 web-[^]*replace_stuck web-2/);
    expect(job).toContain('argocd.argoproj.io/hook: Sync\n');
    expect(job.slice(0, job.indexOf('after.sh: |'))).not.toMatch(/^ +replace_stuck web-2/m);
  });

  test.each<[string, JsonObject, KubernetesVersion, string, readonly string[]]>([
    ['Parallel', { podManagementPolicy: 'Parallel' }, KubernetesVersion.V1_28, 'replaces', []],
    ['Parallel', { podManagementPolicy: 'Parallel' }, KubernetesVersion.V1_37, 'replaces', []],
    [
      'maxUnavailable',
      { updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } },
      KubernetesVersion.V1_37,
      'waits',
      ['web-2 uid-of-web-2 updated'],
    ],
    [
      'a partition above the pod',
      { updateStrategy: { rollingUpdate: { partition: 3 } } },
      KubernetesVersion.V1_37,
      'waits',
      ['web-2 uid-of-web-2 current'],
    ],
    [
      'a partition above the pod and Parallel',
      { podManagementPolicy: 'Parallel', updateStrategy: { rollingUpdate: { partition: 3 } } },
      KubernetesVersion.V1_37,
      'partition',
      ['web-2 uid-of-web-2 current'],
    ],
    [
      'OnDelete',
      { updateStrategy: { type: 'OnDelete' } },
      KubernetesVersion.V1_28,
      'waits',
      ['web-2 uid-of-web-2 updated'],
    ],
    [
      'OnDelete and Parallel',
      { updateStrategy: { type: 'OnDelete' }, podManagementPolicy: 'Parallel' },
      KubernetesVersion.V1_28,
      'on-delete',
      ['web-2 uid-of-web-2 updated'],
    ],
  ])('tells %s apart', (_, spec, version, cause, expected) => {
    const plan = planned(spec, FIX, { version });
    expect([plan.rollouts[0].cause, deletions(plan)]).toEqual([cause, expected]);
    expect(plan.migration === undefined).toBe(expected.length === 0);
  });

  test('offers no deletion that does not help', () => {
    const plan = planned({}, 'nginx:1.29-typo');
    expect(plan.rollouts).toMatchObject([{ isStuck: true, cause: 'same-template', deletes: [] }]);
    expect([plan.steps, plan.migration]).toEqual([[], undefined]);
  });

  test('does not touch a pod whose node may not answer', () => {
    const objects = [
      ...brokenRollout().slice(0, 5),
      livePod(2, BAD, waitingFor('ImagePullBackOff'), { deletionTimestamp: ago(900) }),
    ];
    const plan = planOf(objects, [webSet(FIX)], OPTIONS);
    expect(plan.rollouts).toMatchObject([{ isStuck: true, cause: 'not-gone', deletes: [] }]);
  });

  test('says nothing of a set whose pods are ready, or are only starting', () => {
    const pods = [0, 1, 2].map((ordinal) => livePod(ordinal, OLD, ready()));
    const sound = [liveSet('nginx:1.27', { current: OLD, update: OLD }), liveRevision(OLD, 1, 'nginx:1.27')];
    const starting = livePod(2, OLD, waitingFor('ContainerCreating'));
    expect(planOf([...sound, ...pods], [webSet(FIX)], OPTIONS).rollouts).toEqual([]);
    expect(planOf([...sound, ...pods.slice(0, 2), starting], [webSet(FIX)], OPTIONS).rollouts).toEqual([]);
  });

  test('has no procedure on the way to what puts data at risk', () => {
    const deleting = { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } };
    const objects = [
      ...brokenRollout(deleting).slice(0, 3),
      livePod(0, BAD, waitingFor('ImagePullBackOff')),
      livePod(1, OLD, ready()),
      livePod(2, OLD, ready()),
    ];
    const plan = planOf(objects, [webSet(FIX, { ...deleting, replicas: 1 })], OPTIONS);
    expect(plan.effect).toBe('data-at-risk');
    expect(deletions(plan)).toEqual(['web-0 uid-of-web-0 updated']);
    expect(plan.migration).toBeUndefined();
    expect(plan.steps.map(({ command }) => command)).toEqual(['']);
  });

  test('writes no command with a revision that no controller made', () => {
    const objects = [...brokenRollout().slice(0, 5), livePod(2, 'a"; touch b', waitingFor('ErrImagePull'))];
    const plan = planOf(objects, [webSet(FIX)], OPTIONS);
    expect(plan.migration).toBeUndefined();
    expect(plan.steps.map(({ command }) => command)).toEqual(['']);
    expect(planScript(plan)).not.toContain('touch');
  });

  test('leaves the procedure to what gets past a rejection', () => {
    const plan = planOf(brokenRollout(), [webSet(FIX, { serviceName: 'other' })], OPTIONS);
    expect(plan.rollouts).toHaveLength(1);
    expect(planScript(plan)).not.toContain('replace_stuck');
  });

  test('says so in every report', () => {
    const json = planJson(planned());
    const { text } = json.rollouts[0];
    expect(text).toMatch(/^Applying the manifests alone changes no pod: the controller waits for web-2/);
    expect(planText(json)).toContain(`Rollouts under way\n  StatefulSet prod/web: ${text}`);
    expect(planMarkdown(json)).toContain('**Rollouts**');
  });
});
