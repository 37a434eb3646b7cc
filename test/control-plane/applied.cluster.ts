import * as path from 'node:path';
import { Effect } from '../../lib/plan/policy/effect';
import { inPlace, kubectl, list, serverVersion, settled, until } from './cluster';
import { APPLIED, BY_HAND, isOf, MIGRATED } from './kinds-of-change';
import { begin, planned } from './planning';
import { dataOf } from './state';

const podsOf = async (namespace: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await list('pod', namespace)).map(({ metadata }) => [metadata.name, metadata.uid]));

describe.each(APPLIED)('a set that gets $title by kubectl apply', (kind) => {
  test.concurrent('does what the plan says', () =>
    inPlace(async (place) => {
      if (!isOf(kind, await serverVersion())) {
        return;
      }
      await begin(kind, place);
      const { effect, restarts, claims } = await planned(kind, place, 'cluster');
      const [pods, data] = [await podsOf(place.namespace), await dataOf(place)];
      const file = path.join(place.folder, 'new.yaml');
      expect(await kubectl('apply', '--namespace', place.namespace, '--filename', file)).toMatchObject({
        code: 0,
      });
      expect(effect).not.toBe(Effect.REJECTED);
      await settled(place.namespace);
      const fated = claims.filter(({ fate }) => fate === 'deleted').map(({ name }) => name);
      await until('claims that go with their pods are gone', async () => {
        const left = (await dataOf(place)).claims;
        return !fated.some((name) => left.has(name));
      });
      await until('the pods that go are gone', async () => {
        return (await podsOf(place.namespace)).size === (kind.pods ?? 3);
      });
      const [podsNow, dataNow] = [await podsOf(place.namespace), await dataOf(place)];
      const restarted = [...podsNow].filter(([name, uid]) => pods.has(name) && pods.get(name) !== uid);
      expect(restarted.map(([name]) => name).sort()).toEqual(
        restarts.flatMap((restart) => restart.pods).sort(),
      );
      const deleted = [...data.claims.keys()].filter((name) => !dataNow.claims.has(name));
      expect(deleted.sort()).toEqual([...fated].sort());
    }),
  );
});

describe.each([...MIGRATED, ...BY_HAND])('a set that gets $title by kubectl apply alone', (kind) => {
  test.concurrent('is refused where the plan says so', () =>
    inPlace(async (place) => {
      if (!isOf(kind, await serverVersion())) {
        return;
      }
      await begin(kind, place);
      const { changes } = await planned(kind, place, 'cluster');
      const file = path.join(place.folder, 'new.yaml');
      const { code } = await kubectl(
        ...['apply', '--dry-run=server', '--namespace', place.namespace, '--filename', file],
      );
      expect(changes.some((change) => change.effect === Effect.REJECTED)).toBe(code !== 0);
    }),
  );
});
