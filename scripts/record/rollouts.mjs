// Records test/plan/rollout/recorded/rollouts.json: what the StatefulSet controller does, event by event.
//
// This script plays the nodes: pods become ready and go in the order in which lib/plan/rollout plays it through, and it
// lets the controller finish after each change before it makes the next. So a recording does not depend on how fast
// anything is.
import { setTimeout } from 'node:timers/promises';
import { inParallel, pathOfKind, until } from '../control-plane/client.mjs';
import { byVersion, readFixture, textOf } from './fixture.mjs';
import { SCENARIOS } from './scenarios.mjs';

const FILE = 'plan/rollout/recorded/rollouts.json';
const NODE = 'recorder';
/** Seconds of the played clock, as in lib/plan/rollout/simulate.ts. */
const STEP_SECONDS = 1;
const MOST_EVENTS = 60;

export async function recordRollouts(client, minor) {
  await client.ask('POST', '/api/v1/nodes', { metadata: { name: NODE } });
  const run = `rollouts-${Date.now().toString(36)}`;
  const recordings = await inParallel(SCENARIOS, 8, async (scenario, index) => {
    const namespace = await client.makeNamespace(`${run}-${index}`);
    return new Recording(client, namespace, scenario).play();
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

/** One set in a namespace of its own. */
class Recording {
  #client;
  #pods;
  #set;
  #scenario;
  #spec;
  /** The pods as last seen, by ordinal: image, whether it goes, and when its phase ends on the played clock. */
  #seen = new Map();
  #second = 0;
  #nudges = 0;
  #events = [];

  constructor(client, namespace, scenario) {
    this.#client = client;
    this.#pods = pathOfKind('v1 Pod', namespace);
    this.#set = `${pathOfKind('apps/v1 StatefulSet', namespace)}/web`;
    this.#scenario = scenario;
    this.#spec = scenario.before;
  }

  /** The events of each step, as one text. */
  async play() {
    await this.#client.create(this.#set.replace(/\/web$/, ''), setOf(this.#spec));
    await this.#rest();
    const steps = [];
    for (const { deletedPod, ...fields } of this.#scenario.steps) {
      this.#events = [];
      this.#second = 0;
      if (deletedPod === undefined) {
        this.#spec = { ...this.#spec, ...fields };
        await this.#client.patch(this.#set, { spec: specOf(this.#spec) });
      } else {
        await this.#end(deletedPod);
        this.#seen.delete(deletedPod);
      }
      await this.#rest();
      steps.push(this.#events.join(', '));
    }
    return steps;
  }

  /** Lets the controller act and pods change until nothing more happens. */
  async #rest() {
    for (let count = 0; count < MOST_EVENTS; count += 1) {
      await this.#letControllerAct();
      const next = [...this.#seen]
        .filter(([, { until: end }]) => end !== undefined)
        .sort(([a, one], [b, other]) => one.until - other.until || a - b)
        .at(0);
      if (next === undefined) return;
      await this.#change(...next);
    }
    throw new Error(`${this.#scenario.title}: it does not come to rest`);
  }

  /** The next thing that happens to a pod, other than by the controller. */
  async #change(ordinal, pod) {
    this.#second = pod.until;
    const { minReadySeconds } = this.#spec;
    if (pod.isGoing) {
      await this.#end(ordinal);
      this.#seen.delete(ordinal);
      this.#events.push(`gone ${ordinal} ${pod.revision}`);
    } else if (pod.isReady) {
      await setTimeout(Math.max(0, pod.readyAt + minReadySeconds * 1000 + 300 - Date.now()));
      this.#seen.set(ordinal, { ...pod, until: undefined });
      this.#events.push(`available ${ordinal} ${pod.revision}`);
    } else {
      await this.#makeReady(ordinal);
      const end = minReadySeconds > 0 ? this.#second + minReadySeconds : undefined;
      this.#seen.set(ordinal, { ...pod, isReady: true, readyAt: Date.now(), until: end });
      this.#events.push(`${end === undefined ? 'available' : 'ready'} ${ordinal} ${pod.revision}`);
    }
  }

  async #end(ordinal) {
    const path = `${this.#pods}/web-${ordinal}`;
    await this.#client.delete(path, { gracePeriodSeconds: 0 });
  }

  async #makeReady(ordinal) {
    const now = new Date().toISOString();
    const status = {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: now }],
    };
    await this.#client.patch(`${this.#pods}/web-${ordinal}/status`, { status });
  }

  /**
   * Waits until the controller has nothing more to do. Each of its passes ends with the generation that it saw, so a
   * change that means nothing to pods tells when a pass is over; two passes in a row without an act are the end.
   */
  async #letControllerAct() {
    const acts = [];
    for (let idle = 0; idle < 2; idle += 1) {
      await this.#pass();
      const seen = await this.#observe();
      acts.push(...seen);
      if (seen.length > 0) idle = -1;
    }
    for (const { verb, ordinal, revision } of acts.sort(byVerbAndOrdinal)) {
      this.#events.push(`${verb} ${ordinal} ${revision}`);
    }
  }

  async #pass() {
    this.#nudges += 1;
    const whenDeleted = this.#nudges % 2 === 0 ? 'Retain' : 'Delete';
    const { metadata } = await this.#client.patch(this.#set, {
      spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted, whenScaled: 'Retain' } },
    });
    await until('the controller has seen the set', async () => {
      const { status } = await this.#client.get(this.#set);
      return status.observedGeneration >= metadata.generation;
    });
  }

  /** What the controller did since the last look. */
  async #observe() {
    const { items } = await this.#client.get(this.#pods);
    const acts = items.flatMap((pod) => {
      const ordinal = Number(pod.metadata.name.replace(/^web-/, ''));
      const revision = pod.spec.containers[0].image.replace(/^web:/, '');
      const isGoing = pod.metadata.deletionTimestamp !== undefined;
      const seen = this.#seen.get(ordinal);
      if (seen !== undefined && seen.isGoing === isGoing) return [];
      return [{ verb: isGoing ? 'delete' : 'create', ordinal, revision, pod }];
    });
    for (const { verb, ordinal, revision, pod } of acts) {
      if (verb === 'create') await this.#bind(pod);
      const ends = verb === 'delete' || revision !== 'broken';
      this.#seen.set(ordinal, {
        revision,
        isGoing: verb === 'delete',
        isReady: false,
        until: ends ? this.#second + STEP_SECONDS : undefined,
      });
    }
    return acts;
  }

  /** A pod on a node is not gone at once when it is deleted. */
  async #bind({ metadata }) {
    await this.#client.create(`${this.#pods}/${metadata.name}/binding`, {
      apiVersion: 'v1',
      kind: 'Binding',
      metadata: { name: metadata.name },
      target: { kind: 'Node', name: NODE },
    });
  }
}

/** What the controller does before a pod changes happens at the same time: pods come ascending, and go descending. */
function byVerbAndOrdinal(a, b) {
  return (
    a.verb.localeCompare(b.verb) || (a.verb === 'create' ? a.ordinal - b.ordinal : b.ordinal - a.ordinal)
  );
}

function setOf(set) {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: {
      ...specOf(set),
      serviceName: 'web',
      selector: { matchLabels: { app: 'web' } },
      podManagementPolicy: set.isOrdered ? 'OrderedReady' : 'Parallel',
    },
  };
}

function specOf({ replicas, firstOrdinal, strategy, minReadySeconds, updateRevision }) {
  const { type, ...rollingUpdate } = strategy;
  return {
    replicas,
    minReadySeconds,
    ordinals: { start: firstOrdinal },
    updateStrategy: { type, rollingUpdate: type === 'OnDelete' ? null : rollingUpdate },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: `web:${updateRevision}` }] },
    },
  };
}
