// Records test/plan/rollout/recorded/interrupted.json: rollouts that are interrupted somewhere, what a cluster has of the
// set at that moment, and what the StatefulSet controller does after one more apply, event by event.
import { inParallel } from '../control-plane/client.mjs';
import { byVersion, readFixture } from './fixture.mjs';
import { COUNT, interruptedScenario } from './interrupted-scenarios.mjs';
import { makeNode, Recording } from './recording.mjs';

const FILE = 'plan/rollout/recorded/interrupted.json';

/** Stands for the UID of the set, so that recordings are short. */
const OWNER = 'web';

export async function recordInterrupted(client, minor) {
  await makeNode(client);
  const run = `interrupted-${Date.now().toString(36)}`;
  const numbers = Array.from({ length: COUNT }, (_, number) => number);
  const rows = await inParallel(numbers, 8, async (number) => {
    const scenario = interruptedScenario(number);
    const recording = new Recording(client, await client.makeNamespace(`${run}-${number}`));
    await recording.begin(scenario.before);
    for (const step of scenario.steps) await recording.step(step);
    const now = Date.now();
    const objects = trimmed(await recording.objects());
    return { number, version: minor, now, ...scenario, objects, events: await recording.step(scenario.last) };
  });
  const before = readFixture(FILE) ?? [];
  const known = new Map(before.filter(({ version }) => version === minor).map((row) => [row.number, row]));
  const differences = rows.flatMap(({ number, events }) => {
    const recorded = known.get(number);
    return recorded === undefined || recorded.events === events
      ? []
      : [`${number}: recorded ${recorded.events}, now ${events}`];
  });
  const all = [...before.filter(({ version }) => version !== minor), ...rows].sort(
    (a, b) => byVersion(a.version, b.version) || a.number - b.number,
  );
  const text = `[\n${all.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
  return { file: FILE, text, differences, added: rows.filter(({ number }) => !known.has(number)).length };
}

/** What is read of the objects. Templates are told without their defaults. */
function trimmed({ set, revisions, pods }) {
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: set.metadata.name, uid: OWNER },
      status: {
        replicas: set.status.replicas,
        currentRevision: set.status.currentRevision,
        updateRevision: set.status.updateRevision,
      },
    },
    ...revisions.map(({ metadata, revision, data }) => ({
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: identity(metadata),
      revision,
      data: { spec: { template: templateOf(data.spec.template) } },
    })),
    ...pods.map(({ metadata, status }) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...identity(metadata),
        deletionTimestamp: metadata.deletionTimestamp,
        labels: { 'controller-revision-hash': metadata.labels['controller-revision-hash'] },
      },
      status: {
        phase: status.phase,
        conditions: status.conditions
          ?.filter(({ type }) => type === 'Ready')
          .map(({ type, status: value, lastTransitionTime }) => ({
            type,
            status: value,
            lastTransitionTime,
          })),
        containerStatuses: status.containerStatuses?.map(({ ready, state }) => ({ ready, state })),
      },
    })),
  ];
}

function identity({ name, ownerReferences }) {
  const [{ controller }] = ownerReferences;
  return { name, ownerReferences: [{ uid: OWNER, controller }] };
}

function templateOf({ metadata, spec }) {
  const containers = spec.containers.map(({ name, image }) => ({ name, image }));
  return { metadata: { labels: metadata.labels }, spec: { containers } };
}
