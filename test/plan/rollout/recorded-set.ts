import { type JsonObject } from '../../../lib/manifests/json';
import { type KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { type SetSpec } from '../../../lib/plan/rollout/rollout-state';
import { setSpecOf } from '../../../lib/plan/rollout/set-rollout';
import { setViewOf } from '../../manifests/views/set-view-of';
import { type RolloutEvent } from '../../../lib/plan/rollout/simulate';

/** A set as the recorder makes it: for every version the same. */
export type RecordedSet = Omit<SetSpec, 'version'>;

/** The set as somebody writes it. */
export function objectOf(set: RecordedSet): JsonObject {
  const { type, ...rollingUpdate } = set.strategy;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: {
      replicas: set.replicas,
      ordinals: { start: set.firstOrdinal },
      podManagementPolicy: set.isOrdered ? 'OrderedReady' : 'Parallel',
      minReadySeconds: set.minReadySeconds,
      updateStrategy: { type, ...(type === 'OnDelete' ? {} : { rollingUpdate }) },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: `web:${set.updateRevision}` }] },
      },
    },
  };
}

/** What plan reads of the set in a version: that fills in its defaults, and drops what it does not honour. */
export function specOf(object: JsonObject, updateRevision: string, version: KubernetesVersion): SetSpec {
  return setSpecOf(setViewOf(object, version), updateRevision, { version });
}

/** What happens in one pass of the controller happens at the same time: pods come ascending, and go descending. */
export function inOrder(events: readonly RolloutEvent[]): readonly RolloutEvent[] {
  const passes: RolloutEvent[][] = [];
  for (const event of events) {
    const isAct = event.because !== undefined;
    const last = passes.at(-1);
    if (isAct && last?.[0].because !== undefined) {
      last.push(event);
    } else {
      passes.push([event]);
    }
  }
  return passes.flatMap((pass) =>
    pass.sort(
      (a, b) =>
        a.event.localeCompare(b.event) ||
        (a.event === 'create' ? a.ordinal - b.ordinal : b.ordinal - a.ordinal),
    ),
  );
}
