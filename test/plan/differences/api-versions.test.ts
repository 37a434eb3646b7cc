import { type JsonObject } from '../../../lib/manifests/json';
import { Effect } from '../../../lib/plan/policy/effect';
import { essence, planOf, set } from '../manifests';

const cpu = (averageUtilization: number): JsonObject => ({
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
});
const MEMORY: JsonObject = {
  type: 'Resource',
  resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } },
};
const autoscaler = (version: string, spec: JsonObject): JsonObject => ({
  apiVersion: `autoscaling/${version}`,
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web' },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' },
    maxReplicas: 3,
    ...spec,
  },
});

describe('an object that is written in another version of its API', () => {
  // Each was applied to API servers of Kubernetes 1.31 and 1.37, which stored the metrics that are compared here.
  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    [
      'has no other change where both say the same',
      autoscaler('v1', { targetCPUUtilizationPercentage: 50 }),
      autoscaler('v2', { metrics: [cpu(50)] }),
      [],
    ],
    [
      'keeps a target that the new words leave out',
      autoscaler('v1', { targetCPUUtilizationPercentage: 50 }),
      autoscaler('v2', {}),
      [],
    ],
    [
      'keeps what the old words cannot say',
      autoscaler('v2', { metrics: [cpu(50), MEMORY], behavior: { scaleDown: { selectPolicy: 'Disabled' } } }),
      autoscaler('v1', {}),
      [],
    ],
    [
      'changes in what differs besides',
      autoscaler('v2', { metrics: [cpu(50), MEMORY] }),
      autoscaler('v1', { targetCPUUtilizationPercentage: 60, maxReplicas: 4 }),
      ['spec.maxReplicas in-place AUTOSCALER_CHANGED', 'spec.metrics in-place AUTOSCALER_CHANGED'],
    ],
  ])('%s', (_, before, after, changes) => {
    expect(essence(planOf([before], [after]).changes)).toEqual([
      'apiVersion none API_VERSION_CHANGED',
      ...changes,
    ]);
  });
});

describe('a version that no server serves', () => {
  const old = { ...set(), apiVersion: 'apps/v1beta1' };

  test('is refused, whatever else changes, and all of that is told', () => {
    const wanted = { ...set({ serviceName: 'other' }), apiVersion: 'apps/v1beta1' };
    const plan = planOf([set()], [wanted]);
    expect(essence(plan.changes)).toEqual([
      'apiVersion rejected API_VERSION_NOT_SERVED',
      'spec.serviceName rejected SERVICE_NAME_IMMUTABLE',
    ]);
    expect(plan.rejections.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('no matches for kind "StatefulSet" in version "apps/v1beta1"'),
    );
  });

  test('is refused in an object that comes, and in one that stays as it is', () => {
    expect(planOf([], [old]).effect).toBe(Effect.REJECTED);
    expect(planOf([old], [old]).effect).toBe(Effect.REJECTED);
  });

  test('may be left for one that is served', () => {
    expect(essence(planOf([old], [set({ serviceName: 'other' })]).changes)).toEqual([
      'apiVersion none API_VERSION_CHANGED',
      'spec.serviceName rejected SERVICE_NAME_IMMUTABLE',
    ]);
  });
});
