import { LiveObjects, type LiveSet } from '../../../lib/manifests/live/live-set';
import { type JsonObject } from '../../../lib/manifests/json';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { liveBehaviourOf, liveStateOf, revisionOfTemplate } from '../../../lib/plan/rollout/live-start';
import {
  ago,
  BAD,
  brokenRollout,
  livePod,
  liveRevision,
  liveSet,
  notReady,
  NOW,
  OLD,
  ready,
  waitingFor,
  webSet,
} from '../../manifests/live/objects';
import { manifests } from '../manifests';

const SET = liveSet('nginx:1.27', { current: OLD, update: BAD });

function liveOf(...objects: readonly JsonObject[]): LiveSet {
  const live = new LiveObjects(manifests(SET, ...objects)).of(SET);
  if (live === undefined) {
    throw new Error('nothing was read');
  }
  return live;
}

describe('the state that a simulation begins with', () => {
  test('has the pods of the cluster', () => {
    const set = liveOf(
      livePod(0, OLD, ready(5)),
      livePod(1, OLD, ready(60)),
      livePod(2, BAD, waitingFor('ImagePullBackOff')),
      livePod(3, BAD, notReady()),
      livePod(4, BAD, ready(), { deletionTimestamp: ago(-20) }),
      livePod(5, BAD, ready(), { deletionTimestamp: ago(900) }),
      livePod(6, BAD, { phase: 'Failed' }),
    );
    expect(liveStateOf({ set, updateRevision: BAD, now: NOW }, 30)).toEqual({
      currentRevision: OLD,
      pods: [
        { ordinal: 0, revision: OLD, phase: 'ready', until: 25 },
        { ordinal: 1, revision: OLD, phase: 'available' },
        { ordinal: 2, revision: BAD, phase: 'starting' },
        { ordinal: 3, revision: BAD, phase: 'starting', until: 1 },
        { ordinal: 4, revision: BAD, phase: 'terminating', until: 1 },
        { ordinal: 5, revision: BAD, phase: 'terminating' },
        { ordinal: 6, revision: BAD, phase: 'failed' },
      ],
    });
  });

  test('takes a revision for broken that has a stuck pod and no ready one', () => {
    const stuck = livePod(2, BAD, waitingFor('ImagePullBackOff'));
    const broken = (...pods: readonly JsonObject[]): readonly string[] =>
      liveBehaviourOf({ set: liveOf(...pods), updateRevision: BAD }).brokenRevisions;
    expect(broken(stuck, livePod(1, OLD, ready()))).toEqual([BAD]);
    expect(broken(stuck, livePod(1, BAD, ready()))).toEqual([]);
    expect(broken(livePod(2, BAD, notReady()))).toEqual([]);
  });
});

describe('the revision of a template', () => {
  const set = liveOf(
    livePod(0, OLD, ready()),
    ...brokenRollout().filter(({ kind }) => kind === 'ControllerRevision'),
  );
  const revisionOf = (image: string): string =>
    revisionOfTemplate(set, webSet(image), { version: KubernetesVersion.V1_28 }, 'new');

  test.each([
    ['nginx:1.27', OLD],
    ['nginx:1.29-typo', BAD],
    ['nginx:1.30', 'new'],
  ])('with %s is %s', (image, revision) => {
    expect(revisionOf(image)).toBe(revision);
  });

  test('is the later one of two that are the same', () => {
    const twice = liveOf(
      livePod(0, OLD, ready()),
      liveRevision('web-a', 1, 'nginx:1.27'),
      liveRevision('web-b', 2, 'nginx:1.27'),
    );
    expect(revisionOfTemplate(twice, webSet('nginx:1.27'), { version: KubernetesVersion.V1_37 }, 'new')).toBe(
      'web-b',
    );
  });

  test('does not depend on what older servers wrote without meaning', () => {
    const revision = liveRevision('web-a', 1, 'nginx:1.27');
    const { template } = (revision.data as { spec: { template: JsonObject } }).spec;
    const metadata = { ...(template.metadata as JsonObject), creationTimestamp: null };
    const old = { ...revision, data: { spec: { template: { ...template, metadata } } } };
    const known = liveOf(livePod(0, OLD, ready()), old);
    expect(revisionOfTemplate(known, webSet('nginx:1.27'), { version: KubernetesVersion.V1_37 }, 'new')).toBe(
      'web-a',
    );
  });
});
