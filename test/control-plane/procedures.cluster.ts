import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { type KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { planScript } from '../../lib/plan/report/plan-script';
import { inPlace, type Place, serverVersion } from './cluster';
import { BY_HAND, isOf, type KindOfChange, MIGRATED } from './kinds-of-change';
import { expectDone } from './outcome';
import { begin, type Origin, planned } from './planning';
import { runScript } from './script-run';
import { killedRuns } from './killed-runs';
import { type SeenProcedure, type SeenProcedures } from '../docs/procedures-page';
import { dataOf, lostVolumes, picture } from './state';

let version: KubernetesVersion;
beforeAll(async () => {
  version = await serverVersion();
});

/** What was seen, by the kind of change: the page of procedures shows it. */
const seen = new Map<string, SeenProcedure>();
const RESULTS = path.join(__dirname, '..', '..', 'docs', 'inputs', 'procedures.json');

afterAll(() => {
  if (process.env.UPDATE_DOCS === undefined) {
    return;
  }
  const known = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as SeenProcedures) : {};
  const now = Object.entries({ ...known[version], ...Object.fromEntries(seen) });
  const sorted = Object.fromEntries(now.sort(([a], [b]) => (a < b ? -1 : 1)));
  const all = Object.entries({ ...known, [version]: sorted }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(RESULTS, `${JSON.stringify(Object.fromEntries(all), undefined, 2)}\n`);
});

/** One kind of change for each procedure: what the cluster tells beside the manifests is the same for others. */
const PLANNED_LIVE: ReadonlySet<string> = new Set([
  'larger volumes, where claims go with the set and its size is not written',
  'another claim template',
  'another name',
  'a client Service that becomes headless',
]);

function saw(kind: KindOfChange, found: Partial<SeenProcedure>): void {
  seen.set(kind.title, { commands: 0, kills: 0, ...seen.get(kind.title), ...found });
}

async function scriptFor(kind: KindOfChange, place: Place, origin?: Origin): Promise<string> {
  await begin(kind, place);
  return planScript(await planned(kind, place, origin));
}

describe.each(MIGRATED)('a set that gets $title', (kind) => {
  test.concurrent('gets it by the script, and nothing more when that is run twice', () =>
    inPlace(async (place) => {
      if (!isOf(kind, version)) {
        return;
      }
      const script = await scriptFor(kind, place);
      const data = await dataOf(place);
      const first = await runScript(place, script);
      await expectDone(kind, place, data, first);
      saw(kind, { commands: first.commands.length });
      const before = await picture(place);
      const again = await runScript(place, script);
      await expectDone(kind, place, data, again);
      expect(await picture(place)).toEqual(before);
      expect(again.commands.filter((line) => !line.includes(' apply '))).toEqual([]);
    }),
  );

  test.concurrent('gets it however often the script is killed on the way', () =>
    inPlace(async (place) => {
      if (!isOf(kind, version)) {
        return;
      }
      const script = await scriptFor(kind, place);
      const data = await dataOf(place);
      const { kills, last: run } = await killedRuns(
        (killAfter) => runScript(place, script, { killAfter }),
        async () => {
          expect(await lostVolumes(place, data)).toEqual([]);
        },
      );
      expect(kills).toBeGreaterThan(1);
      await expectDone(kind, place, data, run);
      saw(kind, { kills });
    }),
  );
});

/** Many clusters' worth of runs: only where somebody asks for them. */
const atEveryStep = process.env.EVERY_STEP === undefined ? test.skip : test.concurrent;

describe.each(MIGRATED)('a set that gets $title', (kind) => {
  atEveryStep(
    'gets it from every step at which the script can be killed',
    async () => {
      if (!isOf(kind, version)) {
        return;
      }
      let step = 0;
      let code = 0;
      do {
        step += 1;
        await inPlace(async (place) => {
          const script = await scriptFor(kind, place);
          const data = await dataOf(place);
          const run = await runScript(place, script, { killAfter: step });
          code = run.code;
          expect(await lostVolumes(place, data)).toEqual([]);
          await expectDone(kind, place, data, code === 137 ? await runScript(place, script) : run);
        });
      } while (code === 137);
      expect(step).toBeGreaterThan(2);
    },
    3_600_000,
  );
});

describe.each(MIGRATED.filter(({ title }) => PLANNED_LIVE.has(title)))('a set that gets $title', (kind) => {
  test.concurrent('gets it by a script that was planned from what the cluster has', () =>
    inPlace(async (place) => {
      const script = await scriptFor(kind, place, 'cluster');
      const data = await dataOf(place);
      await expectDone(kind, place, data, await runScript(place, script));
    }),
  );
});

describe.each(BY_HAND)('a change to $title', (kind) => {
  test.concurrent('has no script, and what there is in its place changes nothing', () =>
    inPlace(async (place) => {
      if (!isOf(kind, version)) {
        return;
      }
      await begin(kind, place);
      const result = await planned(kind, place);
      expect(result.migration).toBeUndefined();
      const before = await picture(place);
      const run = await runScript(place, planScript(result));
      expect({ code: run.code, commands: run.commands }).toEqual({ code: 1, commands: [] });
      expect(run.err).not.toBe('');
      expect(await picture(place)).toEqual(before);
    }),
  );
});
