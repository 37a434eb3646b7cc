import * as fc from 'fast-check';
import { adopt, type Adopted, isExact } from '../../lib/adopt';
import { type JsonObject } from '../../lib/manifests/json';
import { manifestOf } from '../../lib/manifests/manifest';
import { bytesOf, bytesOfChart, changesOf, codeOf, plainOf } from './adopting';
import { chartOf, compilerProblems, unformatted } from './compiled';
import {
  type AdoptionCase,
  corpus,
  everything,
  examples,
  isFaultless,
  passingFixtures,
  RECORDED_OBJECTS,
  runningSets,
} from './inputs';
import { mutated } from './mutated-objects';

/** How many sets of generated manifests are adopted: ADOPT_RUNS says how many more than in a usual run. */
const RUNS = Number(process.env.ADOPT_RUNS ?? 40);

function adoptAll(cases: readonly AdoptionCase[]): ReadonlyMap<string, Adopted> {
  return new Map(cases.map(({ title, manifests }) => [title, adopt({ manifests })]));
}

const fromExamples = adoptAll([...examples(), ...runningSets()]);
const fromFixtures = adoptAll(passingFixtures());
const fromRecorded = adoptAll([
  everything(),
  ...RECORDED_OBJECTS.map((object, index) => ({ title: `object ${index}`, manifests: [manifestOf(object)] })),
]);
const all = [...fromExamples, ...fromFixtures, ...fromRecorded];

it('comes to what it was, for every example, every running set and every fixture without faults', () => {
  expect(fromFixtures.size).toBeGreaterThan(60);
  const changed = [...fromExamples, ...fromFixtures].filter(([, adopted]) => !isExact(adopted));
  expect(changed.map(([title]) => title)).toEqual([]);
});

it('makes every set of the examples by its types', () => {
  const plain = [...fromExamples.values()].flatMap(plainOf);
  expect(plain.filter((object) => object.startsWith('StatefulSet'))).toEqual([]);
});

it('changes nothing of objects with fields of all kinds, but for faults that they have', () => {
  expect([...fromRecorded.values()].flatMap(changesOf)).toEqual([]);
});

it('makes the same bytes each time', () => {
  const unlike = all.filter(([, adopted]) => bytesOf(adopted) !== bytesOf(adopted));
  expect(unlike.map(([title]) => title)).toEqual([]);
});

it('prints code that a strict compiler takes', () => {
  expect(compilerProblems(sourcesOf(all))).toEqual([]);
}, 240_000);

it('prints code that makes, compiled and run, the bytes that were proven', () => {
  expect(unlikeWhenRun([...fromExamples, ...fromRecorded])).toEqual([]);
});

it('prints code that Prettier leaves as it is', () => {
  expect(unformatted(sourcesOf(all))).toEqual([]);
}, 240_000);

it('prints code that runs, whatever fields of manifests hold, and changes nothing of those without faults', () => {
  fc.assert(
    fc.property(fc.array(mutated(RECORDED_OBJECTS), { minLength: 1, maxLength: 3 }), (objects) => {
      const manifests = objects.map((object: JsonObject) => manifestOf(object));
      const adopted = adopt({ manifests });
      expect(isFaultless(manifests) ? changesOf(adopted) : []).toEqual([]);
      expect(bytesOfChart(chartOf(codeOf(adopted)))).toBe(bytesOf(adopted));
    }),
    { numRuns: RUNS },
  );
});

const publicManifests = corpus();
const ifThere = publicManifests.length > 0 ? it : it.skip;
const why = publicManifests.length > 0 ? '' : ' (left out: ../shared/corpus is not there)';

ifThere(
  `comes to what it was, for every public manifest${why}`,
  () => {
    const adopted = [...adoptAll(publicManifests)];
    expect(adopted.filter(([, one]) => !isExact(one)).map(([title]) => title)).toEqual([]);
    expect(unformatted(sourcesOf(adopted))).toEqual([]);
    expect(unlikeWhenRun(adopted)).toEqual([]);
  },
  240_000,
);

function sourcesOf(cases: readonly (readonly [string, Adopted])[]): ReadonlyMap<string, string> {
  return new Map(cases.map(([, adopted], index) => [`case-${index}.ts`, codeOf(adopted)]));
}

/** The cases whose code makes, compiled and run, other bytes than those that were proven. */
function unlikeWhenRun(cases: readonly (readonly [string, Adopted])[]): readonly string[] {
  return cases
    .filter(([, adopted]) => bytesOfChart(chartOf(codeOf(adopted))) !== bytesOf(adopted))
    .map(([title]) => title);
}
