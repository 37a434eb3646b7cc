import { setTimeout } from 'node:timers/promises';
import { fieldOf, isList, textOf } from '../../lib/manifests/json';
import { list, type LiveObject } from './cluster';

/** What happened to the pods of a namespace, in its order: `created web-0`, `ready web-0`, `gone web-0`. */
export async function observed(namespace: string, action: () => Promise<void>): Promise<readonly string[]> {
  const events: string[] = [];
  let known = new Map((await list('pod', namespace)).map((pod) => [pod.metadata.name, pod]));
  const over = new AbortController();
  const look = async (): Promise<void> => {
    const now = new Map((await list('pod', namespace)).map((pod) => [pod.metadata.name, pod]));
    events.push(...changes(known, now));
    known = now;
  };
  const watching = (async (): Promise<void> => {
    while (!over.signal.aborted) {
      await look();
      await setTimeout(50);
    }
  })();
  try {
    await action();
  } finally {
    over.abort();
    await watching;
  }
  await look();
  return events;
}

function changes(
  before: ReadonlyMap<string, LiveObject>,
  now: ReadonlyMap<string, LiveObject>,
): readonly string[] {
  const names = [...new Set([...before.keys(), ...now.keys()])].sort();
  return names.flatMap((name) => {
    const [old, pod] = [before.get(name), now.get(name)];
    const isNew = pod !== undefined && pod.metadata.uid !== old?.metadata.uid;
    const isGone = old !== undefined && (pod === undefined || isNew);
    const becomesReady = pod !== undefined && isReady(pod) && (isNew || !old || !isReady(old));
    return [
      ...(isGone ? [`gone ${name}`] : []),
      ...(isNew ? [`created ${name}`] : []),
      ...(becomesReady ? [`ready ${name}`] : []),
    ];
  });
}

/** Whether a pod is ready. */
export function isReady({ status }: LiveObject): boolean {
  const conditions = fieldOf(status, 'conditions');
  return (
    isList(conditions) &&
    conditions.some((one) => textOf(one, 'type') === 'Ready' && textOf(one, 'status') === 'True')
  );
}
