import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { valueAt } from '../../lib/manifests/field-path';
import { type JsonObject, textOf } from '../../lib/manifests/json';
import {
  type KubernetesRelease,
  type KubernetesVersion,
  parseKubernetesVersion,
} from '../../lib/kubernetes/kubernetes-version';

/** As much of an object of a cluster as the suites look at. */
export interface LiveObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly generation?: number;
    readonly resourceVersion: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly uid: string }[];
  };
  readonly spec: JsonObject;
  readonly status?: JsonObject;
}

/** Where the objects of a suite are. */
const RESOURCES = {
  statefulset: '/apis/apps/v1',
  pod: '/api/v1',
  service: '/api/v1',
  persistentvolumeclaim: '/api/v1',
  persistentvolume: '/api/v1',
} as const;

/** A kind of object, as the commands of `kubectl` name it. */
export type Resource = keyof typeof RESOURCES;

/** The context of the cluster that the suites run against. */
export const CONTEXT = process.env.CLUSTER_CONTEXT ?? '';

const PATIENCE_MS = 240_000;

/** Asks the API server. */
export async function ask(method: string, where: string, body?: unknown): Promise<JsonObject> {
  const answer = await fetch(`${process.env.CLUSTER_SERVER ?? ''}${where}`, {
    method,
    headers: {
      'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return (await answer.json()) as JsonObject;
}

/** The version of the API server. */
export async function serverVersion(): Promise<KubernetesVersion> {
  const { gitVersion } = await ask('GET', '/version');
  const text = /^v(\d+\.\d+)/.exec(textOf({ gitVersion }, 'gitVersion') ?? '')?.[1] ?? '';
  const version = parseKubernetesVersion(text);
  if (version === undefined) {
    throw new Error(`this library does not know Kubernetes ${text}`);
  }
  return version;
}

/** The patch release of the API server. */
export async function serverRelease(): Promise<KubernetesRelease> {
  const version = await serverVersion();
  const { gitVersion } = await ask('GET', '/version');
  const patch = /^v\d+\.\d+\.(\d+)/.exec(textOf({ gitVersion }, 'gitVersion') ?? '')?.[1];
  return { version, ...(patch === undefined ? {} : { patch: Number(patch) }) };
}

/** All objects of a kind in a namespace; of the cluster for volumes. */
export async function list(resource: Resource, namespace: string): Promise<readonly LiveObject[]> {
  const root = RESOURCES[resource];
  const place = resource === 'persistentvolume' ? '' : `/namespaces/${namespace}`;
  const { items } = await ask('GET', `${root}${place}/${resource}s`);
  return items as unknown as readonly LiveObject[];
}

/** What a command printed, and how it ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `kubectl` against the cluster. */
export function kubectl(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.env.CLUSTER_KUBECTL ?? 'kubectl',
      ['--context', CONTEXT, ...args],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err });
      },
    );
  });
}

/** Looks again and again until it is so. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > end) {
      throw new Error(`it never came true that ${what}`);
    }
    await setTimeout(150);
  }
}

/** Whether every set of a namespace has all its pods, ready, and the controller has seen the set as it is. */
export async function isWhole(namespace: string): Promise<boolean> {
  const sets = await list('statefulset', namespace);
  return sets.every(({ metadata, spec, status = {} }) => {
    const replicas = spec.replicas;
    const isSeen = status.observedGeneration === metadata.generation;
    const counts = [status.replicas, status.readyReplicas].every((count) => (count ?? 0) === replicas);
    return isSeen && counts && isRolledOut(spec, status);
  });
}

function isRolledOut({ updateStrategy, replicas }: JsonObject, { updatedReplicas }: JsonObject): boolean {
  const partition = valueAt(updateStrategy, ['rollingUpdate', 'partition']);
  const kept = typeof partition === 'number' ? partition : 0;
  return (
    textOf(updateStrategy, 'type') === 'OnDelete' || Number(updatedReplicas ?? 0) >= Number(replicas) - kept
  );
}

let namespaces = 0;

/** A namespace and a folder of files for one test. */
export interface Place {
  readonly namespace: string;
  readonly folder: string;
  readonly write: (name: string, objects: readonly JsonObject[]) => string;
}

/** Runs a test in a namespace and a folder of its own. */
export async function inPlace(test: (place: Place) => Promise<void>): Promise<void> {
  namespaces += 1;
  const namespace = `t${process.pid}-${Date.now().toString(36)}-${namespaces}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'control-plane-test-'));
  await ask('POST', '/api/v1/namespaces', { metadata: { name: namespace } });
  await until('the namespace has its service account', async () => {
    const account = await ask('GET', `/api/v1/namespaces/${namespace}/serviceaccounts/default`);
    return account.kind === 'ServiceAccount';
  });
  const write = (name: string, objects: readonly JsonObject[]): string => {
    writeFileSync(
      path.join(folder, name),
      // Older releases of kubectl take a file that begins with a brace for one JSON object.
      objects.map((object) => `---\n${JSON.stringify(object, undefined, 2)}\n`).join(''),
    );
    return name;
  };
  try {
    await test({ namespace, folder, write });
  } finally {
    rmSync(folder, { recursive: true });
    await ask('DELETE', `/api/v1/namespaces/${namespace}`);
  }
}

/** Applies objects as a person would, with options of theirs, and waits until their sets are whole. */
export async function applied(
  place: Place,
  name: string,
  objects: readonly JsonObject[],
  options: readonly string[] = [],
): Promise<void> {
  const file = path.join(place.folder, place.write(name, objects));
  const { code, err } = await kubectl(
    ...['apply', '--namespace', place.namespace, '--filename', file, ...options],
  );
  if (code !== 0) {
    throw new Error(err);
  }
  await settled(place.namespace);
}

/** Waits until every set is whole and every claim has its volume. */
export async function settled(namespace: string): Promise<void> {
  await until('the sets are whole', () => isWhole(namespace));
  await until('every claim is bound', async () =>
    (await list('persistentvolumeclaim', namespace)).every(({ status }) => status?.phase === 'Bound'),
  );
}
