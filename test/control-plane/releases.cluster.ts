// What only some patch releases do: `npm run test:cluster -- 1.35.0 releases`.
import { type KubernetesRelease } from '../../lib/kubernetes/kubernetes-version';
import {
  hasRegression,
  honoursMaxUnavailable,
  MAX_UNAVAILABLE_TOO_EARLY,
} from '../../lib/kubernetes/releases';
import { planScript } from '../../lib/plan/report/plan-script';
import { inPlace, isWhole, list, serverRelease } from './cluster';
import { runScript } from './script-run';
import { apply, begin, expectMended, planned, podsOf, rested } from './stuck-play';
import { STUCK, type StuckSet } from './stuck-sets';

let release: KubernetesRelease;
beforeAll(async () => {
  release = await serverRelease();
});

function named(title: string): StuckSet {
  const found = STUCK.find((stuck) => stuck.title === title);
  if (found === undefined) {
    throw new Error(`there is no set ${title}`);
  }
  return found;
}

test.concurrent(
  'broken pods under Parallel hold up their fix in the releases that plan says, and in no other',
  () =>
    inPlace(async (place) => {
      const stuck = named('a broken image under Parallel');
      const isBlocked = hasRegression(release, MAX_UNAVAILABLE_TOO_EARLY);
      await begin(stuck, place);
      const result = await planned(stuck, place);
      expect(result.rollouts.flatMap(({ deletes }) => deletes.map(({ pod }) => pod))).toEqual(
        isBlocked ? ['web-2'] : [],
      );
      await apply(place, 'fix.yaml', stuck.fix);
      await rested(place.namespace);
      expect(await isWhole(place.namespace)).toBe(!isBlocked);
      if (isBlocked) {
        const run = await runScript(place, planScript(result));
        await expectMended(place, run);
        expect(podsOf(run.deletions)).toEqual(['web-2']);
      }
    }),
);

test.concurrent('maxUnavailable is kept by the releases that plan says, and by no other', () =>
  inPlace(async (place) => {
    const stuck = named('two broken pods with maxUnavailable 2');
    await begin(stuck, place);
    const [set] = await list('statefulset', place.namespace);
    const isKept = honoursMaxUnavailable(release);
    expect(JSON.stringify(set.spec.updateStrategy).includes('"maxUnavailable":2')).toBe(isKept);
    const result = await planned(stuck, place);
    expect(result.changes.some(({ cause }) => cause.code === 'FIELD_DROPPED')).toBe(false);
    const run = await runScript(place, planScript(result));
    await expectMended(place, run);
    expect(podsOf(run.deletions)).toEqual(isKept ? ['web-1'] : ['web-2']);
  }),
);
