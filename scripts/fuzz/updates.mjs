// Objects that run and what is applied over them: does `plan` say "rejected" exactly where `kubectl apply` fails, and
// that the template changes exactly where the controller makes a new revision?
import { manifestOf } from '../../build/lib/manifests/manifest.js';
import { namedPathText } from '../../build/lib/plan/differences/named-path.js';
import { Effect } from '../../build/lib/plan/policy/effect.js';
import { ApplyMode } from '../../build/lib/plan/apply-mode.js';
import { plan } from '../../build/lib/plan/plan.js';
import { inParallel, kindOf, pathOfKind, until } from '../control-plane/client.mjs';
import { kubectlApply } from '../control-plane/kubectl.mjs';
import { Classes, patternOf, patternOfPath } from './classes.mjs';
import { inWords, mutated, mutationsOf } from './mutations.mjs';
import { Random } from './random.mjs';
import { Values } from './values.mjs';

const AT_ONCE = 6;
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** More pods would tell no more, and cost much. */
const MOST_REPLICAS = 2;

/**
 * Disagreements about so many pairs, or about those that there is time for. Server-side, objects have been applied so
 * before, or by client-side apply, or somebody else has changed them; plan is given manifests, or what the cluster has.
 */
export async function fuzzUpdates({ client, cluster, version, bases, samples, seed, count, end, mode }) {
  const classes = new Classes();
  const tally = { pairs: 0, refused: 0, revisions: 0, notMade: 0 };
  const run = `fuzz-${Date.now().toString(36)}`;
  const numbers = Array.from({ length: count }, (_, number) => number);
  await inParallel(numbers, AT_ONCE, async (number) => {
    if (Date.now() > end) return;
    const context = { random: new Random(seed, number), version, mode };
    context.values = new Values(context.random, version, samples);
    const pair = await begunPair(client, `${run}-${number}`, bases, context);
    if (pair === undefined) {
      tally.notMade += 1;
      return;
    }
    const happened = await applied(client, cluster, pair, mode);
    tally.pairs += 1;
    tally.refused += Number(happened.isRefused);
    tally.revisions += Number(happened.isNewRevision);
    const name = disagreement(pair, happened, version, mode);
    if (name !== undefined) {
      const { base, begun, mutations, touched = [], history } = pair;
      const others = touched.length === 0 ? '' : ` (others: ${inWords(base, touched)})`;
      const before = mode === ApplyMode.SERVER ? `${history}: ` : '';
      const text = `${before}${inWords(base, begun)}${others} -> ${inWords(base, mutations)}`;
      classes.add(name, { number, begun, touched, mutations, history, text, said: happened.said });
    }
  });
  return { ...tally, disagreements: classes.list() };
}

/** An object that runs now, and what is to be applied; undefined where the cluster can't have it. */
async function begunPair(client, namespace, bases, context) {
  const { random, mode } = context;
  await client.create('/api/v1/namespaces', { metadata: { name: namespace } });
  const sets = bases.filter(({ kind }) => kind === 'StatefulSet');
  const base = structuredClone(random.oneOf(random.chance(70) ? sets : bases));
  base.metadata.namespace = namespace;
  if (base.kind === 'StatefulSet') base.spec.replicas = random.below(MOST_REPLICAS + 1);
  const isInTemplate = base.kind === 'StatefulSet' && random.chance(65);
  for (const begun of [mutationsOf(base, random.below(2), context), []]) {
    const old = withFewPods(mutated(base, begun));
    const history = mode === ApplyMode.SERVER ? historyOf(random) : undefined;
    if (await isMade(client, old, history)) {
      const touched = history?.isTouched ? await touchedBy(client, old, context) : [];
      const mutations = mutationsOf(old, 1 + random.below(2), { ...context, isInTemplate });
      const wanted = withFewPods(mutated(old, mutations));
      return { base, begun, old, touched, mutations, wanted, history: history?.name, ...history };
    }
  }
  return undefined;
}

/** How an object came to be as it is, what plan is told of it, and whether conflicts are forced. */
function historyOf(random) {
  const name = random.oneOf(['manifests', 'applied server-side', 'applied client-side', 'changed by others']);
  const isForced = random.chance(name === 'manifests' ? 0 : 40);
  return { name, isForced, isTouched: name === 'changed by others', isShownLive: name !== 'manifests' };
}

/** Changes that somebody else makes; none where the API server does not take them. */
async function touchedBy(client, old, context) {
  const object = `${pathOfKind(kindOf(old), old.metadata.namespace)}/${old.metadata.name}`;
  const changes = mutationsOf(old, 1 + context.random.below(2), context);
  const live = await client.get(object);
  const patch = mutated(live, changes);
  delete patch.metadata.managedFields;
  const { status } = await client.ask('PUT', `${object}?fieldManager=somebody`, withFewPods(patch));
  return status === 200 ? changes : [];
}

async function isMade(client, old, history) {
  if (history !== undefined && history.name !== 'applied client-side') {
    return (await client.applyAs('kubectl', old)).status === 201;
  }
  const annotations = { ...old.metadata.annotations, [LAST_APPLIED]: `${JSON.stringify(old)}\n` };
  const made = { ...old, metadata: { ...old.metadata, annotations } };
  const path = pathOfKind(kindOf(old), old.metadata.namespace);
  const query = 'fieldValidation=Strict&fieldManager=kubectl-client-side-apply';
  return (await client.ask('POST', `${path}?${query}`, made)).status === 201;
}

function withFewPods(object) {
  if (object.kind === 'StatefulSet' && object.spec?.replicas > MOST_REPLICAS) {
    object.spec.replicas = MOST_REPLICAS;
  }
  return object;
}

/** What happens as the new object is applied. */
async function applied(client, cluster, { old, wanted, isForced, isShownLive }, mode) {
  const isSet = old.kind === 'StatefulSet';
  const object = `${pathOfKind(kindOf(old), old.metadata.namespace)}/${old.metadata.name}`;
  const before = isSet ? await revisionOf(client, object) : undefined;
  const live = isShownLive ? await client.get(object) : undefined;
  const flags =
    mode === ApplyMode.SERVER ? ['--server-side', ...(isForced ? ['--force-conflicts'] : [])] : [];
  const { code, err } = await kubectlApply(cluster, wanted, flags);
  const after = isSet && code === 0 ? await revisionOf(client, object) : before;
  await client.ask('DELETE', object);
  return { isRefused: code !== 0, isNewRevision: before !== after, said: err, live };
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

function disagreement(pair, { isRefused, isNewRevision, said, live }, version, mode) {
  const { old, wanted, mutations, isForced = false } = pair;
  const apply = { mode, isForced };
  const { changes } = plan({ old: [manifestOf(live ?? old)], new: [manifestOf(wanted)], version, apply });
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
