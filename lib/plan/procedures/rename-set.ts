import { podClaimNames, type SetFacts, setOrdinals } from '../../facts/set-facts';
import { type KnownClaims } from '../claim-plan';
import { applyManifests, awaitRollout, preparations, type ProcedureInput } from './replace-set';
import { exists, fieldIs, isGone, kubectl, type Step } from './step';

/** A procedure's input for a set that gets another name or namespace. */
export interface RenameInput extends ProcedureInput {
  /** The namespace that the set moves to. */
  readonly newNamespace?: string;
  readonly claims: KnownClaims;
}

/** One claim of the old set and the claim of the new set that takes over its volume. */
interface Handover {
  readonly from: string;
  readonly to: string;
  readonly storage: string;
  readonly storageClass?: string;
  readonly accessModes: readonly string[];
}

/** The steps that give a renamed set the volumes of the old one: each claim is made anew around its volume. */
export function renameSetSteps(input: RenameInput): readonly Step[] {
  const { before, namespace } = input;
  const handovers = handoversOf(input);
  return [
    ...preparations(input),
    ...handovers.map((handover) => protect(handover, input)),
    stop(before, namespace),
    remove(before, namespace),
    ...handovers.flatMap((handover) => handOver(handover, input)),
    applyManifests(input),
    ...awaitRollout({ ...input, namespace: input.newNamespace }),
  ];
}

function handoversOf({ before, after, claims }: RenameInput): readonly Handover[] {
  return setOrdinals(before).flatMap((ordinal, index) => {
    const target = setOrdinals(after).at(index) ?? ordinal;
    const [oldNames, newNames] = [podClaimNames(before, ordinal), podClaimNames(after, target)];
    return before.claimTemplates.flatMap((template, at) => {
      const same = after.claimTemplates.findIndex(({ name }) => name === template.name);
      const from = oldNames[at];
      const known = claims?.get(from);
      return same < 0
        ? []
        : [
            {
              from,
              to: newNames[same],
              storage: known?.storage ?? template.storage ?? '1Gi',
              storageClass: known?.storageClass ?? template.storageClass,
              accessModes: template.accessModes,
            },
          ];
    });
  });
}

function volumeOf(claim: string, namespace: string | undefined): string {
  return `"$(${kubectl(namespace, 'get', 'persistentvolumeclaim', claim, '--output', 'jsonpath={.spec.volumeName}')})"`;
}

function protect({ from, to }: Handover, { namespace, newNamespace }: RenameInput): Step {
  const volume = volumeOf(from, namespace);
  const patch = `'{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'`;
  return {
    title: `Keep the volume of ${from} when its claim goes`,
    command: `kubectl patch persistentvolume ${volume} --patch ${patch}`,
    why: 'Most storage classes delete a volume with its claim.',
    doneWhen: `${exists(newNamespace, 'persistentvolumeclaim', to)} || [ "$(kubectl get persistentvolume ${volume} --output 'jsonpath={.spec.persistentVolumeReclaimPolicy}')" = Retain ]`,
  };
}

function stop({ name }: SetFacts, namespace: string | undefined): Step {
  return {
    title: `Stop the pods of the set ${name}`,
    command: kubectl(namespace, 'scale', 'statefulset', name, '--replicas=0'),
    why: 'A volume goes over only when no pod writes to it. This is an outage: clients wait until the new set is up.',
    doneWhen: `${isGone(namespace, 'statefulset', name)} || ${fieldIs(namespace, ['statefulset', name], '.status.replicas', '0')}`,
  };
}

function remove({ name }: SetFacts, namespace: string | undefined): Step {
  return {
    title: `Delete the set ${name}`,
    command: kubectl(namespace, 'delete', 'statefulset', name),
    why: 'Its selector may match the pods of the new set.',
    doneWhen: isGone(namespace, 'statefulset', name),
  };
}

function handOver(handover: Handover, { namespace, newNamespace }: RenameInput): readonly Step[] {
  const { from, to } = handover;
  const claim = ['persistentvolumeclaim', to] as const;
  const newVolume = volumeOf(to, newNamespace);
  return [
    {
      title: `Create the claim ${to} for the volume of ${from}`,
      command: creation(handover, newNamespace, volumeOf(from, namespace)),
      why: 'The new set takes up claims that bear the right names. This one waits for its volume, and remembers it.',
      doneWhen: exists(newNamespace, ...claim),
    },
    {
      title: `Delete the claim ${from}`,
      command: kubectl(namespace, 'delete', 'persistentvolumeclaim', from),
      why: 'Its volume stays, because it is retained now.',
      doneWhen: isGone(namespace, 'persistentvolumeclaim', from),
      requires: {
        condition: `[ "$(kubectl get persistentvolume ${newVolume} --output 'jsonpath={.spec.persistentVolumeReclaimPolicy}')" = Retain ]`,
        otherwise: `the volume of ${from} would be deleted with its claim`,
      },
    },
    {
      title: `Let the claim ${to} have the volume`,
      command: `kubectl patch persistentvolume ${newVolume} --type json --patch '[{"op":"remove","path":"/spec/claimRef"}]'`,
      why: 'The volume still remembers the claim that is gone.',
      doneWhen: fieldIs(newNamespace, claim, '.status.phase', 'Bound'),
    },
  ];
}

function creation(
  { to, storage, storageClass, accessModes }: Handover,
  namespace: string | undefined,
  volume: string,
): string {
  const claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: to, ...(namespace === undefined ? {} : { namespace }) },
    spec: {
      accessModes,
      ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
      resources: { requests: { storage } },
      volumeName: 'VOLUME',
    },
  };
  const text = JSON.stringify(claim).replaceAll("'", `'\\''`).replace('"VOLUME"', `"'${volume}'"`);
  return `echo '${text}' | kubectl create --filename -`;
}
