import { createHash } from 'node:crypto';
import { list, type LiveObject, type Place } from './cluster';

/** What must outlive a migration: the volumes, the claims and what is in them. */
export interface DataState {
  /** The volumes of a namespace's claims, by their UIDs. */
  readonly volumes: readonly string[];
  /** Which volume each claim has. */
  readonly claims: ReadonlyMap<string, unknown>;
}

/** The claims and volumes of a place. */
export async function dataOf({ namespace }: Place): Promise<DataState> {
  const claims = await list('persistentvolumeclaim', namespace);
  const names = new Set(claims.map(({ spec }) => spec.volumeName));
  const volumes = (await list('persistentvolume', namespace)).filter(({ metadata }) =>
    names.has(metadata.name),
  );
  return {
    volumes: volumes.map(({ metadata }) => metadata.uid).sort(),
    claims: new Map(claims.map(({ metadata, spec }) => [metadata.name, spec.volumeName])),
  };
}

/** The volumes that are gone of those that there were. */
export async function lostVolumes(place: Place, before: DataState): Promise<readonly string[]> {
  const now = new Set((await list('persistentvolume', place.namespace)).map(({ metadata }) => metadata.uid));
  return before.volumes.filter((uid) => !now.has(uid));
}

/** Everything of a place by kind, name, UID and what a person can change: to tell whether anything was changed. */
export async function picture({ namespace }: Place): Promise<readonly string[]> {
  const objects = await Promise.all(
    (['statefulset', 'pod', 'service', 'persistentvolumeclaim'] as const).map(async (resource) =>
      (await list(resource, namespace)).map((object) => `${resource} ${lineOf(object)}`),
    ),
  );
  return objects.flat().sort();
}

function lineOf({ metadata, spec }: LiveObject): string {
  const { name, uid, labels, ownerReferences = [] } = metadata;
  const told = JSON.stringify([uid, labels, ownerReferences.map((owner) => owner.uid), spec]);
  return `${name} ${createHash('sha256').update(told).digest('hex')}`;
}
