import { type JsonObject } from '../../lib/manifests/json';
import { essence, NEW_IMAGE, planOf, service, set } from './manifests';

describe('objects that come and go', () => {
  test.each<[string, readonly JsonObject[], readonly JsonObject[], readonly string[]]>([
    ['a set that comes', [], [set()], [' in-place OBJECT_ADDED']],
    ['a set that goes', [set()], [], [' in-place SET_REMOVED']],
    [
      'a set that goes with its claims',
      [set({ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } })],
      [],
      [' data-at-risk SET_REMOVED_DELETES_DATA'],
    ],
    [
      'a renamed set',
      [set()],
      [set({}, NEW_IMAGE, { name: 'www' })],
      ['metadata.name data-at-risk SET_RENAMED'],
    ],
    [
      'a set in another namespace',
      [set({}, {}, { namespace: 'a' })],
      [set({}, {}, { namespace: 'b' })],
      ['metadata.namespace data-at-risk SET_MOVED'],
    ],
    [
      'two sets that have nothing in common',
      [set()],
      [
        {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          metadata: { name: 'db' },
          spec: {
            serviceName: 'db',
            selector: { matchLabels: { app: 'db' } },
            template: {
              metadata: { labels: { app: 'db' } },
              spec: { containers: [{ name: 'db', image: 'pg:1' }] },
            },
          },
        },
      ],
      [' in-place OBJECT_ADDED', ' in-place SET_REMOVED'],
    ],
    ['a Service that goes', [service()], [], [' in-place OBJECT_REMOVED']],
  ])('%s', (_, before, after, expected) => {
    expect(essence(planOf(before, after).changes)).toEqual(expected);
  });
});
