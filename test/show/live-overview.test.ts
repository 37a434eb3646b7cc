import { type JsonObject } from '../../lib/manifests/json';
import { type LiveOverview } from '../../lib/show/live-overview';
import { overviewOf } from '../../lib/show/overview';
import { showMarkdown } from '../../lib/show/report/show-markdown';
import { showSvg } from '../../lib/show/report/show-svg';
import { showText } from '../../lib/show/report/show-text';
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
} from '../manifests/live/objects';
import { manifests } from '../plan/manifests';

function shown(...objects: readonly JsonObject[]): LiveOverview | undefined {
  return overviewOf(manifests(...objects), { now: NOW }).sets[0].live;
}

const REVISIONS = [liveRevision(OLD, 1, 'nginx:1.27'), liveRevision(BAD, 2, 'nginx:1.28')];

/** A set on its way from one image to the next, with these pods. */
function rolling(spec: JsonObject, ...pods: readonly JsonObject[]): string | undefined {
  const set = liveSet('nginx:1.28', { current: OLD, update: BAD }, spec);
  return shown(set, ...REVISIONS, ...pods)?.waiting;
}

const [zero, one, two] = [0, 1, 2].map((ordinal) => livePod(ordinal, OLD, ready()));
const stuck = livePod(2, BAD, waitingFor('ImagePullBackOff'));

describe('a set of a cluster', () => {
  test('is shown with its pods, their revisions and claims, and what the controller waits for', () => {
    expect(shown(...brokenRollout())).toEqual({
      pods: [
        {
          name: 'web-0',
          revision: OLD,
          phase: 'ready',
          isHopeless: false,
          claims: [{ name: 'data-web-0', storage: '10Gi' }],
        },
        {
          name: 'web-1',
          revision: OLD,
          phase: 'ready',
          isHopeless: false,
          claims: [{ name: 'data-web-1', storage: '10Gi' }],
        },
        {
          name: 'web-2',
          revision: BAD,
          phase: 'starting',
          reason: 'ImagePullBackOff',
          isHopeless: true,
          claims: [{ name: 'data-web-2', storage: '10Gi' }],
        },
      ],
      revisions: [
        { name: OLD, number: 1, isWanted: false },
        { name: BAD, number: 2, isWanted: true },
      ],
      waiting: `waits for web-2 (ImagePullBackOff) of revision ${BAD}; nothing else happens until it is ready or deleted`,
      waitsFor: { pod: 'web-2', revision: BAD, until: 'ready', reason: 'ImagePullBackOff', isHopeless: true },
    });
  });

  test.each<[string, string | undefined, string]>([
    [
      'is replaced by a controller that is not bound to the order',
      rolling({ podManagementPolicy: 'Parallel' }, zero, one, stuck),
      `waits for web-2 (ImagePullBackOff) of revision ${BAD}; no other pod is replaced until it is ready or deleted`,
    ],
    [
      'has a pod that is starting',
      rolling({}, zero, one, livePod(2, BAD, notReady())),
      `waits until web-2 (NotReady) of revision ${BAD} is ready`,
    ],
    [
      'has a pod that goes',
      rolling({}, zero, one, livePod(2, OLD, ready(), { deletionTimestamp: ago(-9) })),
      `waits until web-2 of revision ${OLD} is gone`,
    ],
    [
      'has a pod on a node that does not answer',
      rolling({}, zero, one, livePod(2, OLD, ready(), { deletionTimestamp: ago(999) })),
      `waits until web-2 of revision ${OLD} is gone, which it should have been long ago: its node may not answer`,
    ],
    [
      'has a pod that is ready too short',
      rolling({ minReadySeconds: 60 }, zero, one, livePod(2, BAD, ready(20))),
      `waits until web-2 of revision ${BAD} has been ready for minReadySeconds`,
    ],
    ['has nothing to wait for', rolling({}, zero, one, two), 'is about to create or delete web-2'],
    [
      'keeps pods below the partition',
      rolling({ updateStrategy: { rollingUpdate: { partition: 2 } } }, zero, one, livePod(2, BAD, ready())),
      'waits for nothing: web-0 and web-1 have an earlier template, below the partition',
    ],
    [
      'keeps pods that nobody deletes',
      rolling({ updateStrategy: { type: 'OnDelete' } }, zero, one, livePod(2, BAD, ready())),
      'waits for nothing: web-0 and web-1 have an earlier template until somebody deletes the pod',
    ],
    [
      'leaves a broken pod alone',
      rolling({ updateStrategy: { type: 'OnDelete' }, podManagementPolicy: 'Parallel' }, zero, one, stuck),
      `waits for nothing, and leaves web-2 (ImagePullBackOff) of revision ${BAD} alone: nothing becomes of it until somebody deletes or mends it`,
    ],
    [
      'is through',
      rolling({}, ...[0, 1, 2].map((ordinal) => livePod(ordinal, BAD, ready()))),
      'waits for nothing: every pod has the template of the set',
    ],
  ])('%s', (_, waiting, expected) => {
    expect(waiting).toBe(expected);
  });

  test('is shown as it will be where nobody has read its pods', () => {
    expect(shown(liveSet('nginx:1.27', { current: OLD, update: OLD }))).toBeUndefined();
  });

  test('says what it waits for in the text, in Markdown and in the drawing', () => {
    const overview = overviewOf(manifests(...brokenRollout()), { now: NOW });
    const line = 'The controller waits for web-2 (ImagePullBackOff)';
    expect(showText(overview)).toContain(`\n  ${line}`);
    expect(showText(overview)).toMatch(
      /web-2 +web-6f8d9c7b54 +not ready: ImagePullBackOff +data-web-2 \(10Gi\)/,
    );
    expect(showMarkdown(overview)).toContain('not ready: ImagePullBackOff');
    expect(showSvg(overview)).toContain(line);
  });
});
