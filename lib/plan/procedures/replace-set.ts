import { type JsonObject } from '../../manifests/json';
import { valueAt } from '../../manifests/field-path';
import { type SetView } from '../../manifests/views/set-view';
import { MAX_SET_NAME_LENGTH } from '../../kubernetes/limits';
import { call, MANIFEST, namespaceWord, type ShellCall, type TitledCall, titled } from './shell-call';
import { ApplyMode } from '../apply-mode';
import { SIZE_MANAGER } from './script/applying';
import { kubectl, type Step } from './step';
import { trackedClaimSteps } from './tracked-claims';

/** What a procedure is told about the set and the manifests. */
export interface ProcedureInput {
  readonly before: SetView;
  readonly after: SetView;
  /** How the new manifests are applied. */
  readonly mode: ApplyMode;
  readonly namespace?: string;
  /** The UID of the set, where the old side comes from a cluster. */
  readonly uid?: string;
  /** The new manifest of the set, as it is written. */
  readonly written: JsonObject;
}

const TRIAL = '-trial';

/** Which set the script is about. */
export function aboutSet({ before, namespace, uid }: ProcedureInput): readonly ShellCall[] {
  return [
    call('use_namespace', namespaceWord(namespace)),
    call('about', 'statefulset', before.name, uid ?? ''),
  ];
}

/** The number of pods that the new manifest gives; empty where it leaves that to the cluster. */
export function writtenReplicas({ written }: ProcedureInput): string {
  const replicas = valueAt(written, ['spec', 'replicas']);
  return typeof replicas === 'number' ? String(replicas) : '';
}

/** The look at a set that is recreated, under its own name. */
export function lookAtSet(input: ProcedureInput): ShellCall {
  const { before } = input;
  const trial = `${before.name.slice(0, MAX_SET_NAME_LENGTH - TRIAL.length)}${TRIAL}`;
  return call('look_at_set', MANIFEST, writtenReplicas(input), String(before.replicas), trial);
}

/** For people: the way back is kept, and no claim goes with the set. */
export function preparationSteps({ before, namespace }: ProcedureInput): readonly Step[] {
  const copy: Step = {
    title: `Keep a copy of the set ${before.name}`,
    command: `${kubectl(namespace, 'get', 'statefulset', before.name, '--output', 'yaml')} > ${before.name}.before.yaml`,
    why: 'The copy is the way back.',
  };
  const policy = {
    spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' } },
  };
  const retain: Step = {
    title: 'Retain the claims',
    command: kubectl(
      namespace,
      ...['patch', 'statefulset', before.name, '--type', 'merge', '--patch', JSON.stringify(policy)],
    ),
    why: 'The claims are deleted with the set as it is now. Wait until the claims have no ownerReferences.',
  };
  const isDeleting = before.whenDeleted === 'Delete' || before.whenScaled === 'Delete';
  return [...trackedClaimSteps(before), copy, ...(isDeleting ? [retain] : [])];
}

/** The same for a script. The cluster tells whether claims have to be retained. */
export function preparationCalls({ before }: ProcedureInput): readonly TitledCall[] {
  return [
    titled(`Keep a copy of the set ${before.name}`, 'keep_copy'),
    titled(`Retain the claims of the set ${before.name}`, 'retain_claims'),
  ];
}

/** For people: the set is deleted, and its pods go on running. */
export function orphanPodsStep({ before, namespace }: ProcedureInput): Step {
  return {
    title: `Delete the set ${before.name} and leave its pods running`,
    command: kubectl(namespace, 'delete', 'statefulset', before.name, '--cascade=orphan'),
    why: 'An immutable field can be changed only in a new set. Pods and claims stay, and the new set adopts them. Try the new manifest under another name first: kubectl create --dry-run=server.',
  };
}

/** For people: the set is created again, where an apply alone would give it another number of pods. */
export function createSetSteps(input: ProcedureInput): readonly Step[] {
  const { after, before, mode, namespace } = input;
  const creation = mode === ApplyMode.SERVER ? ['apply', '--server-side'] : ['create'];
  return writtenReplicas(input) !== ''
    ? []
    : [
        {
          title: `Create the set ${after.name} with as many pods as run now`,
          command: `# with spec.replicas written, such as ${before.replicas}:\n${kubectl(namespace, ...creation, '--filename', `${after.name}.new.yaml`)}`,
          why: `The new manifest does not set replicas, and a set that is created without replicas has one pod: all others would be removed.${mode === ApplyMode.SERVER ? ` Then apply nothing but replicas with --field-manager ${SIZE_MANAGER}: the next apply without the number would set 1 where nobody else has set it.` : ''}`,
        },
      ];
}

/** For a script that creates a set server-side with a number of pods that its manifest leaves out. */
export function keepSizeCalls(input: ProcedureInput, name = 'keep_size'): readonly TitledCall[] {
  return input.mode === ApplyMode.SERVER && writtenReplicas(input) === ''
    ? [titled(`Keep the number of pods of ${input.after.name} from the next apply`, name)]
    : [];
}

/** For people: waits until the set is whole. */
export function awaitStep({ after }: ProcedureInput, namespace: string | undefined): Step {
  return {
    title: 'Wait until every pod is ready',
    command:
      after.updateStrategy === 'OnDelete'
        ? kubectl(namespace, 'get', 'statefulset', after.name, '--watch')
        : kubectl(namespace, 'rollout', 'status', `statefulset/${after.name}`, '--timeout=30m'),
    why: 'The set is complete only then.',
  };
}
