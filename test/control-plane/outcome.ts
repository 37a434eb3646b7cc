import * as path from 'node:path';
import { fieldOf, type JsonObject, textOf } from '../../lib/manifests/json';
import { type Ended, isWhole, kubectl, list, type Place } from './cluster';
import { type KindOfChange } from './kinds-of-change';
import { dataOf, type DataState, lostVolumes } from './state';

/** The new manifests are applied, every pod is ready, and no volume is gone. */
export async function expectDone(
  kind: KindOfChange,
  place: Place,
  data: DataState,
  run: Ended,
  applyOptions: readonly string[] = [],
): Promise<void> {
  expect({ code: run.code, err: run.code === 0 ? '' : run.err, out: run.code === 0 ? '' : run.out }).toEqual({
    code: 0,
    err: '',
    out: '',
  });
  expect(await lostVolumes(place, data)).toEqual([]);
  expect(await isWhole(place.namespace)).toBe(true);
  const sets = await list('statefulset', place.namespace);
  const wanted = kind.wanted.filter((object) => object.kind === 'StatefulSet');
  expect(sets.map(({ metadata, spec }) => [metadata.name, spec.replicas])).toEqual(
    wanted.map((object) => [nameOf(object), kind.pods ?? 3]),
  );
  const file = path.join(place.folder, 'new.yaml');
  const diff = await kubectl(
    ...['diff', '--namespace', place.namespace, '--filename', file, ...applyOptions],
  );
  expect(diff).toMatchObject({ code: 0, out: '' });
  await expectClaims(kind, place, data);
}

/** Claims keep their volumes; those of a renamed set have given them to the claims of the new one. */
async function expectClaims(kind: KindOfChange, place: Place, data: DataState): Promise<void> {
  const now = (await dataOf(place)).claims;
  const name = nameOf(kind.wanted.find((object) => object.kind === 'StatefulSet') ?? {});
  if (name === 'web') {
    for (const [claim, volume] of data.claims) {
      expect([claim, now.get(claim)]).toEqual([claim, volume]);
    }
  } else {
    expect([...now.values()].sort()).toEqual([...data.claims.values()].sort());
    expect([...now.keys()].every((claim) => claim.startsWith(`data-${name}-`))).toBe(true);
  }
}

function nameOf(object: JsonObject): string {
  return textOf(fieldOf(object, 'metadata'), 'name') ?? '';
}
