import { type SetFacts, setPodNames } from '../../facts/set-facts';
import { kubectl, shellWord, type Step } from './step';

/** What a procedure is told about the set and the manifests. */
export interface ProcedureInput {
  readonly before: SetFacts;
  readonly after: SetFacts;
  readonly namespace?: string;
  /** The path of the new manifests as a person would give it to `kubectl apply`. */
  readonly manifests: string;
}

/** The texts by which API servers say that a field never changes, of every version. */
const IMMUTABLE = 'updates to statefulset spec for fields other than|field is immutable';

function dryRun(manifests: string): string {
  return `kubectl apply --dry-run=server --filename ${shellWord(manifests)}`;
}

/** A condition: the API server takes the manifests. */
export function tryOut(manifests: string): string {
  return `${dryRun(manifests)} >/dev/null 2>&1`;
}

/** Keeps a copy of the set, and its claims when it is deleted. */
export function preparations({ before, namespace, manifests }: ProcedureInput): readonly Step[] {
  const copy = `${before.name}.before.yaml`;
  const keep: Step = {
    title: `Keep a copy of the set ${before.name}`,
    command: `${kubectl(namespace, 'get', 'statefulset', before.name, '--output', 'yaml')} > ${shellWord(copy)}`,
    why: 'It is the way back.',
    doneWhen: `[ -s ${shellWord(copy)} ]`,
  };
  return before.whenDeleted === 'Delete' || before.whenScaled === 'Delete'
    ? [keep, retainClaims(before, namespace, tryOut(manifests))]
    : [keep];
}

/** Retention is set to Retain, and the claims have no owners left. */
function retainClaims(before: SetFacts, namespace: string | undefined, isReplaced: string): Step {
  const policy = {
    spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' } },
  };
  const claims = setPodNames(before).flatMap((pod) =>
    before.claimTemplates.map(({ name }) => `${name}-${pod}`),
  );
  const owners = kubectl(
    namespace,
    'get',
    'persistentvolumeclaim',
    ...claims,
    '--ignore-not-found',
    '--output',
    'jsonpath={.metadata.ownerReferences}{.items[*].metadata.ownerReferences}',
  );
  return {
    title: 'Retain the claims',
    command: kubectl(
      namespace,
      'patch',
      'statefulset',
      before.name,
      '--type',
      'merge',
      '--patch',
      JSON.stringify(policy),
    ),
    why: 'The set deletes its claims with itself now. The controller takes a moment to let go of them.',
    // Once the set is replaced the new one's retention holds: the step must not undo it.
    doneWhen: `${isReplaced} || [ -z "$(${owners} || echo unknown)" ]`,
  };
}

/** Deletes the set and leaves its pods running. */
export function orphanPods({ before, namespace, manifests }: ProcedureInput): Step {
  return {
    title: `Delete the set ${before.name} and leave its pods running`,
    command: kubectl(namespace, 'delete', 'statefulset', before.name, '--cascade=orphan'),
    why: 'What never changes in a set can only be given to a new one. Pods and claims stay, and the new set adopts them.',
    doneWhen: tryOut(manifests),
    requires: {
      condition: `${dryRun(manifests)} 2>&1 | grep -E -q ${shellWord(IMMUTABLE)}`,
      otherwise:
        'the API server refuses the new manifests for another reason: see kubectl apply --dry-run=server',
    },
  };
}

/** Applies the new manifests. */
export function applyManifests({ manifests }: Pick<ProcedureInput, 'manifests'>): Step {
  return {
    title: 'Apply the new manifests',
    command: `kubectl apply --filename ${shellWord(manifests)}`,
    why: 'The new set adopts the running pods that its selector matches; where the pod template is the same, none restarts.',
    doneWhen: `kubectl diff --filename ${shellWord(manifests)} >/dev/null 2>&1`,
  };
}

/** Waits until every pod has the new template and is ready. */
export function awaitRollout({ after, namespace }: ProcedureInput): readonly Step[] {
  return after.updateStrategy === 'OnDelete'
    ? []
    : [
        {
          title: 'Wait until every pod is ready',
          command: kubectl(namespace, 'rollout', 'status', `statefulset/${after.name}`, '--timeout=30m'),
          why: 'The set is whole only then.',
        },
      ];
}
