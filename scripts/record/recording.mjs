// Plays the nodes for one set on a control plane: pods become ready and go in the order in which lib/plan/rollout plays it
// through, and the controller is let finish after each change before the next one is made. So a recording does not depend
// on how fast anything is.
import { setTimeout } from 'node:timers/promises';
import { pathOfKind, until } from '../control-plane/client.mjs';

const NODE = 'recorder';
/** Seconds of the played clock, as in lib/plan/rollout/simulate.ts. */
const STEP_SECONDS = 1;
const MOST_EVENTS = 60;

/** The node that all pods are on. */
export async function makeNode(client) {
  await client.ask('POST', '/api/v1/nodes', { metadata: { name: NODE } });
}

/** One set in a namespace of its own. */
export class Recording {
  #client;
  #namespace;
  #pods;
  #set;
  #spec;
  /** The pods as last seen, by ordinal: image, whether it goes, and when its phase ends on the played clock. */
  #seen = new Map();
  #second = 0;
  #nudges = 0;
  #events = [];

  constructor(client, namespace) {
    this.#client = client;
    this.#namespace = namespace;
    this.#pods = pathOfKind('v1 Pod', namespace);
    this.#set = `${pathOfKind('apps/v1 StatefulSet', namespace)}/web`;
  }

  /** Makes the set and lets it come to rest. */
  async begin(spec) {
    this.#spec = spec;
    await this.#client.create(this.#set.replace(/\/web$/, ''), setOf(spec));
    await this.#rest(MOST_EVENTS);
  }

  /**
   * The events of one step as one text: of an apply, or of a pod that somebody deletes. After so many changes of pods
   * it is interrupted: what has begun goes on in the next step.
   */
  async step({ deletedPod, changes = MOST_EVENTS, ...fields }) {
    this.#events = [];
    this.#beginAnew(Date.now());
    if (deletedPod === undefined) {
      this.#spec = { ...this.#spec, ...fields };
      await this.#client.patch(this.#set, { spec: specOf(this.#spec) });
    } else if (this.#seen.has(deletedPod)) {
      await this.#end(deletedPod);
      this.#seen.delete(deletedPod);
    }
    await this.#rest(changes);
    return this.#events.join(', ');
  }

  /** The set, its revisions and its pods, as a cluster has them at this moment. */
  async objects() {
    const [set, revisions, pods] = await Promise.all(
      [this.#set, pathOfKind('apps/v1 ControllerRevision', this.#namespace), this.#pods].map((path) =>
        this.#client.get(path),
      ),
    );
    return { set, revisions: revisions.items, pods: pods.items };
  }

  /** The played clock begins with each step: what is under way then takes as long as if it had just begun. */
  #beginAnew(now) {
    this.#second = 0;
    for (const [ordinal, pod] of this.#seen) {
      if (pod.until !== undefined) {
        const left = pod.isReady
          ? Math.ceil(this.#spec.minReadySeconds - (now - pod.readyAt) / 1000)
          : STEP_SECONDS;
        this.#seen.set(ordinal, { ...pod, until: Math.max(left, 0) });
      }
    }
  }

  /** Lets the controller act and pods change until nothing more happens, or so many changes have been made. */
  async #rest(changes) {
    for (let count = 0; count <= MOST_EVENTS; count += 1) {
      await this.#letControllerAct();
      if (count >= changes && changes < MOST_EVENTS) return;
      const next = [...this.#seen]
        .filter(([, { until: end }]) => end !== undefined)
        .sort(([a, one], [b, other]) => one.until - other.until || a - b)
        .at(0);
      if (next === undefined) return;
      await this.#change(...next);
    }
    throw new Error('it does not come to rest');
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
    // Pods that became ready in one second would become available in one second, too.
    if (this.#spec.minReadySeconds > 0) await setTimeout(2100);
    const now = new Date().toISOString();
    const status = {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: now }],
    };
    await this.#client.patch(`${this.#pods}/web-${ordinal}/status`, { status });
  }

  /** Its status says why it never becomes ready, as a kubelet does. */
  async #makeBroken(ordinal) {
    const status = {
      containerStatuses: [
        {
          name: 'web',
          image: '',
          imageID: '',
          ready: false,
          restartCount: 0,
          state: { waiting: { reason: 'ImagePullBackOff' } },
        },
      ],
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
      const isBroken = revision.startsWith('broken');
      if (verb === 'create') await this.#bind(pod);
      if (verb === 'create' && isBroken) await this.#makeBroken(ordinal);
      const ends = verb === 'delete' || !isBroken;
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
