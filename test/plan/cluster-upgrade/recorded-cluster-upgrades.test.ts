import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRelease, type KubernetesRelease } from '../../../lib/kubernetes/kubernetes-version';
import { type JsonObject } from '../../../lib/manifests/json';
import { manifestOf } from '../../../lib/manifests/manifest';
import { clusterUpgrade, type Moment } from '../../../lib/plan/cluster-upgrade/cluster-upgrade';
import { Effect } from '../../../lib/plan/policy/effect';

interface Step {
  readonly from: string;
  readonly to: string;
  readonly restartsByUpgrade?: boolean;
  readonly restartsByApply?: boolean;
  readonly refusedInUpdate?: string;
  readonly refusedInCreation?: string;
}

const ENTRIES = JSON.parse(
  readFileSync(join(__dirname, 'recorded', 'cluster-upgrades.json'), 'utf8'),
) as readonly { readonly title: string; readonly object: JsonObject; readonly steps: readonly Step[] }[];
const CASES = ENTRIES.flatMap(({ title, object, steps }) =>
  steps.map((step): [string, string, string, JsonObject, Step] => [title, step.from, step.to, object, step]),
);

function release(text: string): KubernetesRelease {
  const parsed = parseRelease(text);
  if (parsed === undefined) {
    throw new Error(`the fixture has the unknown version ${text}`);
  }
  return parsed;
}

test('something was seen to restart, to be refused in updates, and to be refused when it is recreated', () => {
  const steps = CASES.map(([, , , , step]) => step);
  expect(steps.some(({ restartsByApply }) => restartsByApply)).toBe(true);
  expect(steps.some(({ refusedInUpdate }) => refusedInUpdate !== undefined)).toBe(true);
  expect(steps.some(({ refusedInCreation }) => refusedInCreation !== undefined)).toBe(true);
});

// One etcd, its servers and controllers swapped.
test.each(CASES)('%s, from Kubernetes %s to %s', (_, from, to, object, step) => {
  const { changes } = clusterUpgrade({
    manifests: [manifestOf(object)],
    from: release(from),
    to: release(to),
  });
  const has = (moment: Moment, effect: Effect): boolean =>
    changes.some((change) => change.moment === moment && change.effect === effect);
  expect({
    restartsByUpgrade: has('upgrade', Effect.ROLLING_RESTART),
    restartsByApply: has('next-apply', Effect.ROLLING_RESTART),
    isRefusedInUpdate: has('next-apply', Effect.REJECTED),
    isRefusedInCreation: has('next-apply', Effect.REJECTED) || has('creation', Effect.REJECTED),
  }).toEqual({
    restartsByUpgrade: step.restartsByUpgrade ?? false,
    restartsByApply: step.restartsByApply ?? false,
    isRefusedInUpdate: step.refusedInUpdate !== undefined,
    isRefusedInCreation: step.refusedInCreation !== undefined,
  });
});
