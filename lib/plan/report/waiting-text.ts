import { nameList } from '../../text/name-list';
import { waitedPodText } from '../../text/waited-pod-text';
import { type WaitedPod, type Waiting } from '../rollout/waiting';

/** What the controller waits for, in one line without its subject. */
export function waitingText(
  { waitsFor, acts, kept, leftAlone }: Waiting,
  { isOrdered, isOnDelete }: { readonly isOrdered: boolean; readonly isOnDelete: boolean },
): string {
  if (waitsFor !== undefined) {
    return obstacleText(waitsFor, isOrdered);
  }
  if (acts.length > 0) {
    return `is about to create or delete ${nameList(acts)}`;
  }
  if (leftAlone.length > 0) {
    return `waits for nothing, and leaves ${nameList(leftAlone.map(waitedPodText))} alone: nothing becomes of ${
      leftAlone.length === 1 ? 'it' : 'them'
    } until somebody deletes or mends ${leftAlone.length === 1 ? 'it' : 'them'}`;
  }
  if (kept.length > 0) {
    const have = kept.length === 1 ? 'has' : 'have';
    return isOnDelete
      ? `waits for nothing: ${nameList(kept)} ${have} an earlier template until somebody deletes the pod`
      : `waits for nothing: ${nameList(kept)} ${have} an earlier template, below the partition`;
  }
  return 'waits for nothing: every pod has the template of the set';
}

function obstacleText(waited: WaitedPod, isOrdered: boolean): string {
  const { until, isHopeless } = waited;
  const pod = waitedPodText(waited);
  switch (until) {
    case 'gone':
      return isHopeless
        ? `waits until ${pod} is gone, which it should have been long ago: its node may not answer`
        : `waits until ${pod} is gone`;
    case 'available':
      return `waits until ${pod} has been ready for minReadySeconds`;
    case 'ready':
      return isHopeless
        ? `waits for ${pod}; ${isOrdered ? 'nothing else happens' : 'no other pod is replaced'} until it is ready or deleted`
        : `waits until ${pod} is ready`;
  }
}
