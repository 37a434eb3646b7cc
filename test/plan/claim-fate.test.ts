import { type JsonObject } from '../../lib/manifests/json';
import { planOf, set } from './manifests';

describe('claims', () => {
  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['may be new or old where nobody knows', set(), set({ replicas: 4 }), ['data-web-3 created-or-reused']],
    ['stay when their pods go', set(), set({ replicas: 1 }), ['data-web-1 left', 'data-web-2 left']],
    [
      'go with their pods where the new policy says so',
      set(),
      set({ replicas: 2, persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } }),
      ['data-web-2 deleted'],
    ],
    [
      'come and go as the range of ordinals moves',
      set(),
      set({ ordinals: { start: 2 } }),
      ['data-web-3 created-or-reused', 'data-web-4 created-or-reused', 'data-web-0 left', 'data-web-1 left'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(planOf([before], [after]).claims.map(({ name, fate }) => `${name} ${fate}`)).toEqual(expected);
  });
});
