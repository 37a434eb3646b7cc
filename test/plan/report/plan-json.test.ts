import { planJson } from '../../../lib/plan/report/plan-json';
import { NEW_IMAGE, planOf, set } from '../manifests';

test('the JSON of a plan has paths and paces as text', () => {
  const old = set({ minReadySeconds: 10 });
  const { changes, restarts } = planJson(planOf([old], [set({ minReadySeconds: 10 }, NEW_IMAGE)]));
  expect(changes.map(({ path }) => path)).toEqual(['spec.template.spec.containers[web].image']);
  expect(restarts).toMatchObject([
    { atOnce: 1, pace: 'one by one, each when the one before has been ready for 10 seconds' },
  ]);
  expect(Object.keys(restarts[0])).toEqual([
    ...['object', 'pods', 'podCount', 'lastPod', 'isShortened', 'atOnce', 'pace'],
    ...['kept', 'keptCount', 'isAfterSteps'],
  ]);
});
