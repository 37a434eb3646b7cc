import { nameList } from '../../text/name-list';
import { type DeletedPod, type LiveRollout } from '../live-rollout';
import { waitedPodText } from '../../text/waited-pod-text';

/** What an apply does to a rollout that is under way, and what else it takes, in sentences. */
export function rolloutText(rollout: LiveRollout): string {
  const { cause, doesAnything, pods, deletes } = rollout;
  const first = pods.length === 0 ? '' : waitedPodText(pods[0]);
  const alone = doesAnything
    ? 'Applying the manifests alone does not finish the rollout'
    : 'Applying the manifests alone changes no pod';
  switch (cause) {
    case 'waits':
      return `${alone}: the controller waits for ${first}, and nothing else happens until it is ready or deleted, whatever the template of the set is by then. ${deletionText(deletes)}`;
    case 'on-delete':
      return `${alone}: with OnDelete the controller replaces no pod, also none that is broken. ${deletionText(deletes)}`;
    case 'partition':
      return `${alone}: the controller replaces no pod below the partition, also none that is broken. ${deletionText(deletes)}`;
    case 'same-template':
      return `${alone}: the controller waits for ${first}. Deleting it does not help, because it comes back from the same template: mend what it lacks, or apply a template that becomes ready.`;
    case 'not-gone':
      return `${alone}: the controller waits until ${first} is gone, which it should have been long ago. Its node may not answer: look at the node before you do anything to the pod.`;
    case 'replaces':
      return `The apply is enough: the controller replaces ${nameList(pods.map(waitedPodText))} itself, and does not wait for ${pods.length === 1 ? 'it' : 'them'} first.`;
  }
}

function deletionText(deletes: readonly DeletedPod[]): string {
  const names = nameList(deletes.map(({ pod }) => pod));
  const [has, comes] = deletes.length === 1 ? ['has', 'comes'] : ['have', 'come'];
  return `${names} ${has} to be deleted by hand, as the steps below say, and ${comes} back from ${sources(deletes)}.`;
}

function sources(deletes: readonly DeletedPod[]): string {
  const kinds = new Set(deletes.map(({ comesBack }) => comesBack));
  const texts = [
    ...(kinds.has('updated') ? ['the template of the new manifests'] : []),
    ...(kinds.has('current') ? ['the template from before the update'] : []),
    ...(kinds.has('never') ? ['none, where the set has no place for it any more'] : []),
  ];
  return texts.join(', or ');
}
