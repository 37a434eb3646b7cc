import { type DeletedPod, type LiveRollout } from '../live-rollout';
import { waitedPodText } from '../../text/waited-pod-text';
import { manifestJson, type Procedure } from './procedure';
import { aboutSet, awaitStep, type ProcedureInput } from './replace-set';
import { rightIn } from './right';
import { call, MANIFEST, titled } from './shell-call';
import { kubectl, type Step } from './step';

/** A procedure's input for a set whose rollout is stuck. */
export interface StuckRolloutInput extends ProcedureInput {
  readonly rollout: LiveRollout;
}

/**
 * The procedure that gets a rollout going again after the apply: each pod that the controller waits for in vain, or
 * leaves as it is, is deleted once it has been looked at again. A ready pod never is.
 */
export function stuckRolloutProcedure(input: StuckRolloutInput): Procedure {
  const { rollout, after, namespace, written } = input;
  const { object, deletes } = rollout;
  const left = new Set(
    deletes.flatMap(({ revision, comesBack }) => (comesBack === 'updated' ? revision : [])),
  );
  return {
    object,
    covers: new Set(),
    isUnreadyUntilFinished: true,
    steps: [],
    stepsAfterApply: [...deletes.map((pod) => deletionStep(pod, input)), awaitStep(input, namespace)],
    script: {
      manifest: manifestJson(written),
      rights: [
        // The dry run of an apply is a patch.
        { ...rightIn(namespace, 'statefulsets.apps', ['get', 'patch']), name: after.name },
        rightIn(namespace, 'pods', ['get', 'delete']),
      ],
      about: aboutSet(input),
      looks: [call('look_at_rollout')],
      changes: [],
      finishes: [
        titled(`Wait until the manifest of ${after.name} is applied`, 'await_apply', MANIFEST, ...left),
        ...deletes.map(({ pod, revision, comesBack }) =>
          titled(
            `Replace the pod ${pod}, unless it is ready by now or has another template than ${revision}`,
            'replace_stuck',
            pod,
            revision,
            comesBack,
          ),
        ),
        titled(`Wait until every pod of ${after.name} is ready`, 'await_pods'),
      ],
    },
  };
}

function deletionStep(deleted: DeletedPod, { namespace }: StuckRolloutInput): Step {
  const { pod, comesBack } = deleted;
  const next = {
    updated: 'It comes back from the template that the set has by now; wait until it is ready.',
    current:
      'It comes back from the template that the pods below the partition have; wait until it is ready.',
    never: 'The set has no place for it any more, and goes on once it is gone.',
  }[comesBack];
  return {
    title: `Look whether it is still not ready, then delete the pod ${waitedPodText(deleted)}`,
    command: kubectl(namespace, 'delete', 'pod', pod),
    why: `The controller does not delete it: it waits for it, or leaves it alone. ${next}`,
  };
}
