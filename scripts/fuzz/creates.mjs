// Objects that are to be created: does `check` find an error exactly where the API server refuses them, or, of a set that
// it takes, what the controller makes of it?
import { readManifests } from '../../build/lib/manifests/reading/read-manifests.js';
import { isAtLeast } from '../../build/lib/kubernetes/kubernetes-version.js';
import { check } from '../../build/lib/check/check.js';
import { RULES } from '../../build/lib/check/rules/index.js';
import { inParallel, kindOf } from '../control-plane/client.mjs';
import { refusalOfMade } from '../control-plane/made-of-set.mjs';
import { Classes, patternOf, patternOfPath } from './classes.mjs';
import { inWords, mutated, mutationsOf } from './mutations.mjs';
import { Random } from './random.mjs';
import { Values } from './values.mjs';

const AT_ONCE = 16;
const NAMESPACE = 'default';
/** Refused for what this cluster has, as are all answers other than 400 and 422. */
const OF_CLUSTER = /not configured (on this cluster|for dual-stack)|not in the valid range/;

/** Disagreements about so many objects, or about those that there is time for. */
export async function fuzzCreates({ client, version, bases, samples, seed, count, end }) {
  const classes = new Classes();
  const tally = { objects: 0, refused: 0, unjudged: 0 };
  const numbers = Array.from({ length: count }, (_, number) => number);
  await inParallel(numbers, AT_ONCE, async (number) => {
    if (Date.now() > end) return;
    const random = new Random(seed, number);
    const base = random.oneOf(bases);
    const values = new Values(random, version, samples);
    const mutations = mutationsOf(base, random.oneOf([1, 1, 1, 2, 2, 3]), { random, values, version });
    const verdict = await disagreement(client, mutated(base, mutations), version);
    tally.objects += 1;
    tally.refused += Number(verdict.isRefused);
    tally.unjudged += Number(verdict.isUnjudged);
    if (verdict.name === undefined) return;
    classes.add(verdict.name, await smallest({ client, version, base, mutations, number }, verdict));
  });
  return { ...tally, disagreements: classes.list() };
}

/** Whether both are of one mind; with the name of the class where they are not. */
async function disagreement(client, object, version) {
  const { status, body } = await client.dryRun(kindOf(object), NAMESPACE, object);
  const isUnjudged = status >= 300 && ((status !== 400 && status !== 422) || OF_CLUSTER.test(body.message));
  const isRefused = status >= 300 && !isUnjudged;
  const found = refusalsOf(object, version);
  const isAlarm = !isRefused && !isUnjudged && found.length > 0;
  const isAboutPods =
    isAlarm && object.kind === 'StatefulSet' && (await refusalOfMade(client, NAMESPACE, body)) !== undefined;
  const name =
    isUnjudged || isAboutPods || isRefused === found.length > 0
      ? undefined
      : isRefused
        ? `refused, check passes: ${object.kind} ${patternOf(causeOf(body))}`
        : `accepted, check refuses: ${object.kind} ${found[0]}`;
  return { isRefused, isUnjudged, name, said: isRefused ? body.message : found.join(', ') };
}

function causeOf({ message, details }) {
  const [cause] = details?.causes ?? [];
  return cause === undefined ? message.replace(/^.*?: /, '') : `${cause.field}: ${cause.message}`;
}

/** What `check` says the API server refuses. */
function refusalsOf(object, version) {
  const { manifests, problems } = readManifests(JSON.stringify(object), 'object.json');
  const { findings } = check(manifests, RULES, version);
  return [
    ...problems.map(({ code }) => code),
    ...findings
      .filter(({ rule }) => rule.refusedSince !== undefined && isAtLeast(version, rule.refusedSince))
      .map(({ rule, path }) => `${rule.code} ${patternOfPath(path)}`),
  ];
}

/** The same disagreement from one of the mutations alone, where there is one. */
async function smallest({ client, version, base, mutations, number }, { name, said }) {
  for (const mutation of mutations.length > 1 ? mutations : []) {
    const alone = await disagreement(client, mutated(base, [mutation]), version);
    if (alone.name === name) {
      return { number, mutations: [mutation], text: inWords(base, [mutation]), said: alone.said };
    }
  }
  return { number, mutations, text: inWords(base, mutations), said };
}
