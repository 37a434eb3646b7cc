// Objects that run and what is applied over them: does `plan` say "rejected" exactly where `kubectl apply` fails, and
// that the template changes exactly where the controller makes a new revision?
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { manifestOf } from '../../build/lib/manifests/manifest.js';
import { namedPathText } from '../../build/lib/plan/differences/named-path.js';
import { Effect } from '../../build/lib/plan/policy/effect.js';
import { plan } from '../../build/lib/plan/plan.js';
import { inParallel, kindOf, pathOfKind, until } from '../control-plane/client.mjs';
import { Classes, patternOf, patternOfPath } from './classes.mjs';
import { inWords, mutated, mutationsOf } from './mutations.mjs';
import { Random } from './random.mjs';
import { Values } from './values.mjs';

const AT_ONCE = 6;
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** More pods would tell no more, and cost much. */
const MOST_REPLICAS = 2;

/** Disagreements about so many pairs, or about those that there is time for. */
export async function fuzzUpdates({ client, cluster, version, bases, samples, seed, count, end }) {
  const classes = new Classes();
  const tally = { pairs: 0, refused: 0, revisions: 0, notMade: 0 };
  const run = `fuzz-${Date.now().toString(36)}`;
  const numbers = Array.from({ length: count }, (_, number) => number);
  await inParallel(numbers, AT_ONCE, async (number) => {
    if (Date.now() > end) return;
    const context = { random: new Random(seed, number), version };
    context.values = new Values(context.random, version, samples);
    const pair = await begunPair(client, `${run}-${number}`, bases, context);
    if (pair === undefined) {
      tally.notMade += 1;
      return;
    }
    const happened = await applied(client, cluster, pair);
    tally.pairs += 1;
    tally.refused += Number(happened.isRefused);
    tally.revisions += Number(happened.isNewRevision);
    const name = disagreement(pair, happened, version);
    if (name !== undefined) {
      const { base, begun, mutations } = pair;
      const text = `${inWords(base, begun)} -> ${inWords(base, mutations)}`;
      classes.add(name, { number, begun, mutations, text, said: happened.said });
    }
  });
  return { ...tally, disagreements: classes.list() };
}

/** An object that runs now, and what is to be applied; undefined where the cluster can't have it. */
async function begunPair(client, namespace, bases, context) {
  const { random } = context;
  await client.create('/api/v1/namespaces', { metadata: { name: namespace } });
  const sets = bases.filter(({ kind }) => kind === 'StatefulSet');
  const base = structuredClone(random.oneOf(random.chance(70) ? sets : bases));
  base.metadata.namespace = namespace;
  if (base.kind === 'StatefulSet') base.spec.replicas = random.below(MOST_REPLICAS + 1);
  const isInTemplate = base.kind === 'StatefulSet' && random.chance(65);
  for (const begun of [mutationsOf(base, random.below(2), context), []]) {
    const old = withFewPods(mutated(base, begun));
    if (await isMade(client, old)) {
      const mutations = mutationsOf(old, 1 + random.below(2), { ...context, isInTemplate });
      return { base, begun, old, mutations, wanted: withFewPods(mutated(old, mutations)) };
    }
  }
  return undefined;
}

async function isMade(client, old) {
  const annotations = { ...old.metadata.annotations, [LAST_APPLIED]: `${JSON.stringify(old)}\n` };
  const made = { ...old, metadata: { ...old.metadata, annotations } };
  const path = pathOfKind(kindOf(old), old.metadata.namespace);
  return (await client.ask('POST', `${path}?fieldValidation=Strict`, made)).status === 201;
}

function withFewPods(object) {
  if (object.kind === 'StatefulSet' && object.spec?.replicas > MOST_REPLICAS) {
    object.spec.replicas = MOST_REPLICAS;
  }
  return object;
}

/** What happens as the new object is applied. */
async function applied(client, cluster, { old, wanted }) {
  const isSet = old.kind === 'StatefulSet';
  const object = `${pathOfKind(kindOf(old), old.metadata.namespace)}/${old.metadata.name}`;
  const before = isSet ? await revisionOf(client, object) : undefined;
  const { code, err } = await kubectlApply(cluster, wanted);
  const after = isSet && code === 0 ? await revisionOf(client, object) : before;
  await client.ask('DELETE', object);
  return { isRefused: code !== 0, isNewRevision: before !== after, said: err };
}

/** The revision of the template, once the controller has seen the set as it is. */
async function revisionOf(client, object) {
  let revision;
  await until(`the controller has seen ${object}`, async () => {
    const { metadata, status } = await client.get(object);
    revision = status?.updateRevision;
    return revision !== undefined && status.observedGeneration >= metadata.generation;
  });
  return revision;
}

function kubectlApply({ kubeconfig, bin, directory }, object) {
  return new Promise((resolve) => {
    const options = ['--kubeconfig', kubeconfig, '--cache-dir', join(directory, 'kubectl-cache')];
    const child = execFile(
      join(bin, 'kubectl'),
      [...options, 'apply', '--filename', '-'],
      { encoding: 'utf8', timeout: 60_000 },
      (error, _, err) => resolve({ code: error ? (error.code ?? 1) : 0, err: err.trim() }),
    );
    child.stdin.end(JSON.stringify(object));
  });
}

function disagreement({ old, wanted, mutations }, { isRefused, isNewRevision, said }, version) {
  const { changes } = plan({ old: [manifestOf(old)], new: [manifestOf(wanted)], version });
  const rejected = changes.filter(({ effect }) => effect === Effect.REJECTED);
  if (isRefused !== rejected.length > 0) {
    return isRefused
      ? `refused, plan applies: ${old.kind} ${patternOf(causeOf(said))}`
      : `accepted, plan rejects: ${old.kind} ${inCodes(rejected)}`;
  }
  const restarting = changes.filter(({ cause }) => cause.code.startsWith('TEMPLATE_'));
  if (isRefused || isNewRevision === restarting.length > 0) return undefined;
  return isNewRevision
    ? `new revision, plan finds none: ${mutations.map(({ path }) => patternOfPath(path)).join(', ')}`
    : `no new revision, plan finds one: ${inCodes(restarting)}`;
}

function inCodes(changes) {
  return [
    ...new Set(
      changes.map(({ cause, path }) => `${cause.code} ${namedPathText(path).replace(/\[[^\]]*\]/g, '[*]')}`),
    ),
  ].join(', ');
}

/** The first reason of what kubectl prints. */
function causeOf(said) {
  const reason = said
    .split('\n')
    .filter((line) => !/^(Warning: |Resource: |Name: |to:$|for: |error when applying patch:|\{)/.test(line))
    .join(' ')
    .replace(/^.*? is invalid: (\* )?/, '');
  return reason.split(' * ')[0];
}
