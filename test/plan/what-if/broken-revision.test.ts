import { type JsonObject } from '../../../lib/manifests/json';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { planJson } from '../../../lib/plan/report/plan-json';
import { planMarkdown } from '../../../lib/plan/report/plan-markdown';
import { planText } from '../../../lib/plan/report/plan-text';
import { type BrokenOutcome } from '../../../lib/plan/what-if/broken-revision';
import { brokenRollout, NOW, webSet } from '../../manifests/live/objects';
import { NEW_IMAGE, planOf, set } from '../manifests';

function budget(spec: JsonObject, labels: JsonObject = { app: 'web' }): JsonObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web' },
    spec: { ...spec, selector: { matchLabels: labels } },
  };
}

/** What is left of a set with these fields if its new image never starts. */
function outcome(
  spec: JsonObject,
  version = KubernetesVersion.V1_37,
  ...others: readonly JsonObject[]
): BrokenOutcome | undefined {
  const [old, wanted] = [set(spec), set(spec, NEW_IMAGE)];
  return planOf([old, ...others], [wanted, ...others], { version, whatIf: 'broken' }).ifBroken?.[0];
}

function essence(found: BrokenOutcome | undefined): string {
  return found === undefined
    ? 'nothing'
    : `${found.down.names.join(' ')} | ${found.kept.names.join(' ')} | ${found.isQuorumLost ? 'lost' : 'holds'}`;
}

const parallel = { podManagementPolicy: 'Parallel' };
const unavailable = (maxUnavailable: JsonObject[string]): JsonObject => ({
  updateStrategy: { rollingUpdate: { maxUnavailable } },
});

describe('what is left if the new template never becomes ready', () => {
  test.each<[string, JsonObject, KubernetesVersion, string]>([
    ['all but the first one to be replaced', {}, KubernetesVersion.V1_28, 'web-2 | web-0 web-1 | holds'],
    ['the same under Parallel', parallel, KubernetesVersion.V1_28, 'web-2 | web-0 web-1 | holds'],
    ['no majority of two', { replicas: 2 }, KubernetesVersion.V1_28, 'web-1 | web-0 | lost'],
    ['nothing of one', { replicas: 1 }, KubernetesVersion.V1_28, 'web-0 |  | lost'],
    [
      'less with maxUnavailable',
      { replicas: 5, ...unavailable(3) },
      KubernetesVersion.V1_37,
      'web-2 web-3 web-4 | web-0 web-1 | lost',
    ],
    [
      'the same where that is dropped',
      { replicas: 5, ...unavailable(3) },
      KubernetesVersion.V1_36,
      'web-4 | web-0 web-1 web-2 web-3 | holds',
    ],
    [
      'what is below the partition',
      { updateStrategy: { rollingUpdate: { partition: 2 } } },
      KubernetesVersion.V1_28,
      'web-2 | web-0 web-1 | holds',
    ],
    [
      'everything with OnDelete',
      { updateStrategy: { type: 'OnDelete' } },
      KubernetesVersion.V1_28,
      'nothing',
    ],
    [
      'everything above a partition that keeps all',
      { updateStrategy: { rollingUpdate: { partition: 3 } } },
      KubernetesVersion.V1_28,
      'nothing',
    ],
  ])('is %s', (_, spec, version, expected) => {
    expect(essence(outcome(spec, version))).toBe(expected);
  });

  test.each<[string, JsonObject, string | undefined]>([
    ['minAvailable 1', { minAvailable: 1 }, 'kept'],
    ['minAvailable 2', { minAvailable: 2 }, 'used-up'],
    ['minAvailable 3', { minAvailable: 3 }, 'lost'],
    ['minAvailable 60%', { minAvailable: '60%' }, 'used-up'],
    ['maxUnavailable 1', { maxUnavailable: 1 }, 'used-up'],
    ['maxUnavailable 0', { maxUnavailable: 0 }, 'lost'],
    ['no amount', {}, undefined],
  ])('is judged by a budget with %s', (_, spec, state) => {
    const found = outcome({}, KubernetesVersion.V1_28, budget(spec));
    expect(found?.budgets.map((one) => one.state)).toEqual(state === undefined ? [] : [state]);
  });

  test('is not judged by the budget of other pods', () => {
    expect(outcome({}, undefined, budget({ minAvailable: 3 }, { app: 'other' }))?.budgets).toEqual([]);
  });

  test('is judged by a budget that only the cluster has', () => {
    const plan = planOf([set(), budget({ minAvailable: 3 })], [set({}, NEW_IMAGE)], { whatIf: 'broken' });
    expect(plan.ifBroken?.[0].budgets).toEqual([
      { object: 'PodDisruptionBudget web', needed: 3, state: 'lost' },
    ]);
  });

  test('comes with the way back, and the pods to be deleted on it', () => {
    const commands = (spec: JsonObject): readonly string[] | undefined =>
      outcome(spec)?.steps.map(({ command }) => command);
    const [undo, wait] = [
      'kubectl rollout undo statefulset/web',
      'kubectl rollout status statefulset/web --timeout=30m',
    ];
    expect(commands({})).toEqual([undo, 'kubectl delete pod web-2', wait]);
    expect(commands(parallel)).toEqual([undo, wait]);
  });

  test('begins with the pods as a cluster has them', () => {
    const options = { now: NOW, whatIf: 'broken' } as const;
    const stuck = planOf(brokenRollout(), [webSet('nginx:1.30')], options);
    expect(stuck.ifBroken).toEqual([]);
    const spec = { podManagementPolicy: 'Parallel' };
    const [found] = planOf(brokenRollout(spec), [webSet('nginx:1.30', spec)], options).ifBroken ?? [];
    expect(essence(found)).toBe('web-2 | web-0 web-1 | holds');
  });

  test('is said where it was asked for, in every report', () => {
    const asked = planJson(planOf([set()], [set({}, NEW_IMAGE)], { whatIf: 'broken' }));
    expect(asked.ifBroken).toMatchObject([
      { object: 'StatefulSet web', replicas: 3, down: ['web-2'], kept: ['web-0', 'web-1'], quorum: 2 },
    ]);
    expect(asked.ifBroken?.[0].text).toBe(
      'web-2 is down, web-0 and web-1 stay ready. 2 of 3 pods: the majority (2) holds',
    );
    expect(planText(asked)).toContain(
      'If the new template never becomes ready\n  StatefulSet web: web-2 is down',
    );
    expect(planMarkdown(asked)).toContain('**Broken**');
    const unasked = planJson(planOf([set()], [set({}, NEW_IMAGE)]));
    expect(Object.keys(unasked)).not.toContain('ifBroken');
    expect(planText(unasked)).not.toContain('never becomes ready');
  });

  test('is everything where no pod gets another template', () => {
    const asked = planJson(planOf([set()], [set()], { whatIf: 'broken' }));
    expect(planText(asked)).toContain('no pod gets another template: nothing is down');
  });
});
