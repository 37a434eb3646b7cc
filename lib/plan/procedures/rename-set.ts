import { manifestJson, type Procedure } from './procedure';
import {
  aboutSet,
  awaitStep,
  keepSizeCalls,
  preparationCalls,
  preparationSteps,
  type ProcedureInput,
  writtenReplicas,
} from './replace-set';
import { type Right, rightIn, rightsToRecreate } from './right';
import { call, MANIFEST, namespaceWord, titled } from './shell-call';
import { forEachOrdinal, kubectl, type Step } from './step';
import { trackedClaimCalls } from './tracked-claims';

/** A procedure's input for a set that gets another name or namespace. */
export interface RenameInput extends ProcedureInput {
  /** The old set in words. */
  readonly object: string;
  /** The namespace that the set moves to. */
  readonly newNamespace?: string;
}

/** The procedure that gives a renamed set the volumes of the old one: each claim is recreated around its volume. */
export function renameSetProcedure(input: RenameInput): Procedure {
  const { after, before, newNamespace, object, written } = input;
  const templates = commonTemplates(input);
  const about = [
    ...aboutSet(input),
    call(
      'about_rename',
      namespaceWord(newNamespace),
      after.name,
      String(after.firstOrdinal),
      manifestJson(after.selector?.matchLabels ?? {}),
    ),
  ];
  return {
    object,
    covers: new Set(),
    steps: [...preparationSteps(input), ...handOverSteps(input, templates)],
    stepsAfterApply: [awaitStep(input, newNamespace)],
    script: {
      manifest: manifestJson(written),
      rights: rightsFor(input),
      about,
      looks: [
        ...trackedClaimCalls(before),
        call('settle_rename', MANIFEST),
        call('look_at_handover', MANIFEST, ...templates),
      ],
      changes: [
        titled('Find out how far an earlier run has come', 'settle_rename', MANIFEST),
        ...preparationCalls(input),
        titled(`Keep the volumes of ${before.name} when their claims go`, 'retain_volumes', ...templates),
        titled(`Stop the pods of the set ${before.name}`, 'stop_pods'),
        titled(`Delete the set ${before.name}`, 'delete_object', 'apis/apps/v1', 'statefulsets'),
        titled(`Give the volumes to the claims of ${after.name}`, 'hand_over', ...templates),
        titled(`Create the set ${after.name}`, 'create_renamed', MANIFEST, writtenReplicas(input)),
        ...keepSizeCalls(input, 'keep_renamed_size'),
      ],
      finishes: [
        titled('Wait until every pod is ready', 'await_renamed'),
        titled(`The set ${after.name} is done`, 'finish'),
      ],
    },
  };
}

/** Volumes belong to no namespace. */
function rightsFor({ after, before, namespace, newNamespace }: RenameInput): readonly Right[] {
  return [
    ...rightsToRecreate(namespace, 'statefulsets.apps', before.name),
    rightIn(namespace, 'persistentvolumeclaims', ['get', 'list', 'create', 'delete']),
    rightIn(namespace, 'pods', ['get']),
    ...rightsToRecreate(newNamespace, 'statefulsets.apps', after.name),
    rightIn(newNamespace, 'persistentvolumeclaims', ['get', 'create']),
    { resource: 'persistentvolumes', verbs: ['get', 'patch'] },
  ];
}

function commonTemplates({ before, after }: RenameInput): readonly string[] {
  const kept = new Set(after.claimTemplates.map(({ name }) => name));
  return before.claimTemplates.map(({ name }) => name).filter((name) => kept.has(name));
}

function handOverSteps(input: RenameInput, templates: readonly string[]): readonly Step[] {
  const { after, before, namespace, newNamespace } = input;
  const volume = `"$(${kubectl(namespace, 'get', 'persistentvolumeclaim')} ${templates[0]}-${before.name}-$ordinal --output jsonpath={.spec.volumeName})"`;
  const retain = `'{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'`;
  return [
    {
      title: `Keep the volumes of ${before.name} when their claims go`,
      command: forEachOrdinal(before, `kubectl patch persistentvolume ${volume} --patch ${retain}`),
      why: 'Most storage classes delete a volume with its claim. The policy stays Retain afterwards: set it back yourself if you want volumes to go with their claims again.',
    },
    {
      title: `Stop the pods of the set ${before.name}`,
      command: kubectl(namespace, 'scale', 'statefulset', before.name, '--replicas=0'),
      why: 'A volume can be handed over only while no pod writes to it. This is an outage, which ends when the pods of the new set are ready.',
    },
    {
      title: `Delete the set ${before.name}`,
      command: kubectl(namespace, 'delete', 'statefulset', before.name),
      why: 'Its selector may match the pods of the new set.',
    },
    {
      title: `Give the volumes to the claims of ${after.name}`,
      command: '',
      why: `For each claim: create the claim of the new name${newNamespace === namespace ? '' : ' in the new namespace'} with the old claim's spec, volumeName among it; delete the old claim; then write the new claim's namespace and name into spec.claimRef of the volume. Never remove claimRef: any waiting claim of that class could take the volume. The script does all of this (-o script).`,
    },
  ];
}
