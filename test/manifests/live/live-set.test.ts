import { LiveObjects } from '../../../lib/manifests/live/live-set';
import { isMadeByController } from '../../../lib/manifests/live/owner';
import { liveClaim, manifests } from '../../plan/manifests';
import { BAD, brokenRollout, livePod, liveRevision, liveSet, OLD, ready } from './objects';

describe('a set of a cluster', () => {
  test('has its pods by ordinal and its revisions by number', () => {
    const objects = [...brokenRollout()].reverse();
    const live = new LiveObjects(manifests(...objects)).of(objects.at(-1));
    expect(live?.pods.map(({ name, revision, phase }) => [name, revision, phase])).toEqual([
      ['web-0', OLD, 'ready'],
      ['web-1', OLD, 'ready'],
      ['web-2', BAD, 'starting'],
    ]);
    expect(live?.revisions.map(({ name, number }) => [name, number])).toEqual([
      [OLD, 1],
      [BAD, 2],
    ]);
    expect(live).toMatchObject({ currentRevision: OLD, updateRevision: BAD });
  });

  test('says nothing of its pods where nobody has read them', () => {
    const set = liveSet('nginx:1.27', { current: OLD, update: OLD });
    expect(new LiveObjects(manifests(set)).of(set)).toBeUndefined();
    expect(new LiveObjects(manifests(set, liveRevision(OLD, 1, 'nginx:1.27'))).of(set)).toBeUndefined();
  });

  test('of no pods at all has none', () => {
    const set = liveSet('nginx:1.27', { current: OLD, update: OLD }, { replicas: 0 }, 0);
    const live = new LiveObjects(manifests(set, liveRevision(OLD, 1, 'nginx:1.27'))).of(set);
    expect(live?.pods).toEqual([]);
  });

  test('has no pods of another set of the same name', () => {
    const pod = livePod(0, OLD, ready(), {
      ownerReferences: [{ kind: 'StatefulSet', name: 'web', uid: 'another', controller: true }],
    });
    const set = liveSet('nginx:1.27', { current: OLD, update: OLD });
    expect(new LiveObjects(manifests(set, pod)).of(set)).toBeUndefined();
  });
});

test('pods and revisions are made by a controller, sets and claims are not', () => {
  const owned = { ownerReferences: [{ kind: 'StatefulSet', name: 'web', uid: 'u', controller: true }] };
  const claim = liveClaim('data-web-0');
  const made = manifests(
    livePod(0, OLD, ready()),
    liveRevision(OLD, 1, 'nginx:1.27'),
    liveSet('nginx:1.27', { current: OLD, update: OLD }),
    { ...claim, metadata: { ...(claim.metadata as object), ...owned } },
  ).map(({ content }) => isMadeByController(content));
  expect(made).toEqual([true, true, false, false]);
});
