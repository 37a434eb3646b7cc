import * as fc from 'fast-check';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { MAX_LISTED_PODS } from '../../lib/manifests/views/set-view';
import { type JsonObject } from '../../lib/manifests/json';
import { overviewOf } from '../../lib/show/overview';
import { planJson } from '../../lib/plan/report/plan-json';
import { planText } from '../../lib/plan/report/plan-text';
import { showText } from '../../lib/show/report/show-text';
import { computedRollout, simulatedRollout } from '../../lib/plan/rollout/set-rollout';
import { setViewOf } from '../manifests/views/set-view-of';
import { essence, manifests, NEW_IMAGE, planOf, set } from './manifests';
import { reasonText } from '../../lib/plan/report/reason-text';

const MOST = 2_147_483_647;
const many = (replicas: number, pod: JsonObject = {}, spec: JsonObject = {}): JsonObject =>
  set({ replicas, ...spec }, pod);

describe('a rollout that is computed', () => {
  const strategies = fc.constantFrom<JsonObject>(
    { type: 'OnDelete' },
    { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
    { type: 'RollingUpdate', rollingUpdate: { partition: 2 } },
    { type: 'RollingUpdate', rollingUpdate: { partition: 3, maxUnavailable: 2 } },
  );
  const specs = fc.record({
    replicas: fc.nat({ max: 6 }),
    ordinals: fc.record({ start: fc.nat({ max: 4 }) }),
    podManagementPolicy: fc.constantFrom('OrderedReady', 'Parallel'),
    updateStrategy: strategies,
  });

  test('is the one that the model of the controller plays through', () => {
    fc.assert(
      fc.property(
        specs,
        specs,
        fc.boolean(),
        fc.constantFrom(true, undefined),
        (old, now, isNew, settled) => {
          const [before, after] = [old, now].map((spec) => setViewOf(set(spec), KubernetesVersion.V1_37));
          const update = {
            before,
            after,
            isTemplateChanged: isNew,
            isSettled: settled,
            version: KubernetesVersion.V1_37,
          };
          expect(computedRollout(update)).toEqual(simulatedRollout(update));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe.each([501, 10_001, MOST])('a set of %d pods', (replicas) => {
  const last = `web-${replicas - 1}`;

  test('restarts from its last pod down to its first', () => {
    const [restart] = planOf([many(replicas)], [many(replicas, NEW_IMAGE)]).restarts;
    expect(restart.pods.slice(0, 2)).toEqual([last, `web-${replicas - 2}`]);
    expect(restart).toMatchObject({
      podCount: replicas,
      lastPod: 'web-0',
      isShortened: replicas > MAX_LISTED_PODS,
      keptCount: 0,
    });
    expect(restart.pods).toHaveLength(Math.min(replicas, MAX_LISTED_PODS));
  });

  test('keeps the template of the pods below the partition', () => {
    const partition = { updateStrategy: { rollingUpdate: { partition: replicas - 2 } } };
    const [old, now] = [many(replicas, {}, partition), many(replicas, NEW_IMAGE, partition)];
    expect(planOf([old], [now]).restarts).toMatchObject([
      { pods: [last, `web-${replicas - 2}`], podCount: 2, keptCount: replicas - 2 },
    ]);
  });

  test('gets and loses pods and claims at its end', () => {
    const grown = planOf([many(replicas - 1)], [many(replicas)]);
    expect(grown.changes).toMatchObject([{ cause: { code: 'REPLICAS_UP', added: { count: 1, last } } }]);
    expect(grown.claims.map(({ name }) => name)).toEqual([`data-${last}`]);
    const shrunk = planOf([many(replicas)], [many(replicas - 1)]);
    expect(reasonText(shrunk.changes[0].cause)).toBe(`removes ${last}; data-${last} stay with their data`);
  });

  test('is shown with its first and last pods and how many there are between them', () => {
    const overview = overviewOf(manifests(many(replicas)));
    const [shown] = overview.sets;
    expect(shown).toMatchObject({
      replicas,
      lastPod: { name: last },
      arePodsShortened: replicas > MAX_LISTED_PODS,
      update: { podCount: replicas, lastPod: 'web-0' },
    });
    const text = showText(overview);
    expect(text).toContain(`... and ${replicas - 11} more ...`);
    expect(text).toMatch(new RegExp(`web-9 .*\\n.*more.*\\n *${last} `));
    expect(text).toContain(`Updates replace ${last}, `);
    expect(text).toContain(`... web-0: one by one`);
  });
});

test('claims of very many pods are counted, and the first of them listed', () => {
  const json = planJson(planOf([many(1)], [many(MOST)]));
  expect(json).toMatchObject({ claimCount: MOST - 1, areClaimsShortened: true });
  expect(json.claims).toHaveLength(MAX_LISTED_PODS);
  expect(planText(json)).toContain(`... and ${MOST - 11} more ...`);
  expect(planJson(planOf([many(1)], [many(3)]))).toMatchObject({ claimCount: 2, areClaimsShortened: false });
});

test('a range of very many pods that moves puts the data of the first pod at risk', () => {
  const moved = planOf([many(MOST - 1)], [many(MOST - 1, {}, { ordinals: { start: 1 } })]);
  expect(essence(moved.changes)).toEqual(['spec.ordinals data-at-risk FIRST_ORDINAL_MOVES_DATA']);
  expect(reasonText(moved.changes[0].cause)).toContain('then removes web-0,');
});
