import { podName } from '../../kubernetes/names';
import { ApplyMode } from '../apply-mode';
import { canaryPartition, canaryShareIn } from '../../kubernetes/canary';
import { manifestJson, type Procedure } from './procedure';
import { aboutSet, awaitStep, type ProcedureInput, writtenReplicas } from './replace-set';
import { rightIn } from './right';
import { call, MANIFEST, titled } from './shell-call';
import { kubectl, type Step } from './step';

/** A procedure's input for a set whose pods get a new template rung by rung. */
export interface CanaryInput extends ProcedureInput {
  /** The set in words. */
  readonly object: string;
  /** How many of the highest pods get the new template: numbers and percentages, such as `1` and `50%`. */
  readonly rungs: readonly string[];
}

/**
 * The procedure that gives the new template to some pods, waits until the set is whole, and goes on to more. The apply
 * of the manifests is the last rung. The way back brings the template from before to all pods.
 */
export function canaryProcedure(input: CanaryInput): Procedure {
  const { object, after, namespace, rungs, written } = input;
  return {
    object,
    set: { name: after.name, namespace },
    covers: new Set(),
    steps: rungs.map((rung) => rungStep(rung, input)),
    stepsAfterApply: [awaitStep(input, namespace), backStep(input)],
    script: {
      manifest: manifestJson(written),
      rights: [
        rightIn(namespace, 'statefulsets.apps', ['get', 'patch']),
        rightIn(namespace, 'controllerrevisions.apps', ['get']),
        rightIn(namespace, 'pods', ['get', 'delete']),
      ],
      about: aboutSet(input),
      looks: [call('look_at_canary')],
      changes: rungs.map((rung) =>
        titled(
          `Give ${rung} of the pods of ${after.name} the new template`,
          'climb',
          MANIFEST,
          rung,
          writtenReplicas(input),
          String(after.partition ?? 0),
        ),
      ),
      finishes: [titled(`Wait until every pod of ${after.name} is ready`, 'await_pods')],
      back: [call('step_back', MANIFEST)],
    },
  };
}

/** How many of the lowest pods keep their template on a rung. */
function partitionOf(rung: string, { after }: CanaryInput): number {
  return Math.max(after.partition ?? 0, canaryPartition(canaryShareIn(rung) ?? rung, after.replicas));
}

function rungStep(rung: string, input: CanaryInput): Step {
  const { after, namespace } = input;
  const partition = partitionOf(rung, input);
  const lowest = podName(after.name, after.firstOrdinal + partition);
  return {
    title: `Apply the manifest of ${after.name} with partition ${partition}, and wait`,
    command: `# with spec.updateStrategy.rollingUpdate.partition: ${partition}\n${kubectl(namespace, 'rollout', 'status', `statefulset/${after.name}`, '--timeout=30m')}`,
    why: `Only ${lowest} and the pods above it get the new template. Look how they do before you go on.`,
  };
}

function backStep({ after, namespace, mode }: CanaryInput): Step {
  const title = 'The way back, from any of these steps';
  if (mode === ApplyMode.SERVER) {
    return {
      title,
      command: '',
      why: 'Apply the old manifests under the same field manager, not kubectl rollout undo: that makes another manager own the template, and the next apply conflicts with it. A pod that is not ready has to be deleted by hand then. The script does both with --step back, and deletes no ready pod.',
    };
  }
  return {
    title,
    command: kubectl(namespace, 'rollout', 'undo', `statefulset/${after.name}`),
    why: 'It brings back the template from before; a pod that is not ready has to be deleted by hand then. The script does both with --step back, and deletes no ready pod.',
  };
}
