import { NEW_IMAGE, planOf, set, TURNING_POINTS } from '../manifests';

describe('restarts', () => {
  test('name the pods in the order in which they go, and those that stay', () => {
    const before = set({ updateStrategy: { rollingUpdate: { partition: 1 } } });
    const after = set({ updateStrategy: { rollingUpdate: { partition: 1 } } }, NEW_IMAGE);
    expect(planOf([before], [after]).restarts).toMatchObject([
      {
        object: 'StatefulSet web',
        pods: ['web-2', 'web-1'],
        kept: ['web-0'],
        atOnce: 1,
        isAfterSteps: false,
      },
    ]);
  });

  test('wait for the steps where the API server refuses the apply', () => {
    const [restart] = planOf([set()], [set({ podManagementPolicy: 'Parallel' }, NEW_IMAGE)]).restarts;
    expect(restart).toMatchObject({ pods: ['web-2', 'web-1', 'web-0'], isAfterSteps: true });
  });

  test('are several at once with maxUnavailable since 1.37', () => {
    const strategy = { updateStrategy: { rollingUpdate: { maxUnavailable: 2 } } };
    const atOnce = TURNING_POINTS.map(
      (version) => planOf([set(strategy)], [set(strategy, NEW_IMAGE)], { version }).restarts[0].atOnce,
    );
    expect(atOnce).toEqual([1, 1, 1, 2]);
  });
});
