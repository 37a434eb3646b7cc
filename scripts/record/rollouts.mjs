// Records test/plan/rollout/recorded/rollouts.json: what the StatefulSet controller does, event by event.
import { inParallel } from '../control-plane/client.mjs';
import { byVersion, readFixture, textOf } from './fixture.mjs';
import { makeNode, Recording } from './recording.mjs';
import { SCENARIOS } from './scenarios.mjs';

const FILE = 'plan/rollout/recorded/rollouts.json';

export async function recordRollouts(client, minor) {
  await makeNode(client);
  const run = `rollouts-${Date.now().toString(36)}`;
  const recordings = await inParallel(SCENARIOS, 8, async (scenario, index) => {
    const namespace = await client.makeNamespace(`${run}-${index}`);
    const recording = new Recording(client, namespace);
    await recording.begin(scenario.before);
    const steps = [];
    for (const step of scenario.steps) steps.push(await recording.step(step));
    return steps;
  });
  return { file: FILE, ...(await merged(readFixture(FILE) ?? [], recordings, minor)) };
}

/** What was recorded before with what one version did: rollouts that are the same are told once. */
async function merged(before, recordings, minor) {
  const differences = [];
  let added = 0;
  const rollouts = SCENARIOS.flatMap(({ title, before: set, steps }, index) => {
    const known = before.filter(
      (one) => one.title === title && isSame([one.before, one.steps], [set, steps]),
    );
    const events = recordings[index];
    const recorded = known.find(({ versions }) => versions.includes(minor));
    if (recorded === undefined) {
      added += 1;
    } else if (!isSame(recorded.events, events)) {
      differences.push(
        `${title}: recorded ${JSON.stringify(recorded.events)}, now ${JSON.stringify(events)}`,
      );
    }
    const others = known
      .map((one) => ({ ...one, versions: one.versions.filter((version) => version !== minor) }))
      .filter(({ versions }) => versions.length > 0);
    const same = others.find((one) => isSame(one.events, events));
    if (same === undefined) return [...others, { title, versions: [minor], before: set, steps, events }];
    same.versions = [...same.versions, minor].sort(byVersion);
    return others;
  });
  return { text: await textOf(rollouts), differences, added };
}

function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
