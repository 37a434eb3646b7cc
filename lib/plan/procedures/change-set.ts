import { claimName, podName } from '../../kubernetes/names';
import { type SetView } from '../../manifests/views/set-view';
import { canonicalQuantity, compareQuantities } from '../../kubernetes/quantity';
import { codesThrough } from '../policy/field-policy';
import { manifestJson, type Procedure } from './procedure';
import {
  aboutSet,
  awaitStep,
  createSetSteps,
  keepSizeCalls,
  lookAtSet,
  orphanPodsStep,
  preparationCalls,
  preparationSteps,
  type ProcedureInput,
  writtenReplicas,
} from './replace-set';
import { type Right, rightIn, rightsToRecreate } from './right';
import { call, MANIFEST, type ShellCall, type TitledCall, titled } from './shell-call';
import { forEachOrdinal, kubectl, type Step } from './step';
import { trackedClaimCalls } from './tracked-claims';

/** A procedure's input for a set whose update is refused. */
export interface ChangeSetInput extends ProcedureInput {
  /** The set in words. */
  readonly object: string;
  /** The codes of what is refused. */
  readonly codes: ReadonlySet<string>;
  /** Labels that the new selector asks for and the pods do not have. */
  readonly missingLabels: Readonly<Record<string, string>>;
}

/** Refusals that recreating the set around its pods gets past. */
const REPLACEABLE = codesThrough('replace-set');

/** What one of these refusals adds to recreating the set. */
interface Part {
  readonly isUnreadyUntilFinished?: boolean;
  readonly steps?: readonly Step[];
  readonly rights?: readonly Right[];
  readonly looks?: readonly ShellCall[];
  readonly changes?: readonly TitledCall[];
}

/** The procedure that gets refused changes of a set through without losing data. */
export function changeSetProcedure(input: ChangeSetInput): Procedure {
  const { after, before, namespace, written } = input;
  const growth = growthOf(input);
  const labels = relabellingOf(input);
  const renewal = renewalOf(input);
  const parts = [growth, labels, renewal];
  return {
    object: input.object,
    replaced: `statefulset.apps/${after.name}`,
    covers: REPLACEABLE,
    isUnreadyUntilFinished: renewal.isUnreadyUntilFinished,
    steps: [
      ...preparationSteps(input),
      ...(growth.steps ?? []),
      orphanPodsStep(input),
      ...(labels.steps ?? []),
      ...createSetSteps(input),
    ],
    stepsAfterApply: [...(renewal.steps ?? []), awaitStep(input, namespace)],
    script: {
      manifest: manifestJson(written),
      rights: [
        ...rightsToRecreate(namespace, 'statefulsets.apps', before.name),
        rightIn(namespace, 'persistentvolumeclaims', ['list']),
        ...parts.flatMap(({ rights = [] }) => rights),
      ],
      about: aboutSet(input),
      looks: [...trackedClaimCalls(before), lookAtSet(input), ...parts.flatMap(({ looks = [] }) => looks)],
      changes: [
        titled('Find out how many pods there are', 'resume', MANIFEST),
        ...preparationCalls(input),
        ...(growth.changes ?? []),
        titled(
          `Delete the set ${before.name} and leave its pods running`,
          'delete_object',
          'apis/apps/v1',
          'statefulsets',
        ),
        ...(labels.changes ?? []),
        titled(`Create the set ${after.name} again`, 'create_set', MANIFEST, writtenReplicas(input)),
        ...keepSizeCalls(input),
      ],
      finishes: [
        ...(renewal.changes ?? []),
        titled('Wait until every pod is ready', 'await_pods'),
        titled(`The set ${after.name} is done`, 'finish'),
      ],
    },
  };
}

/** Each claim grows by itself: the controller never does it. */
function growthOf({ before, after, namespace }: ChangeSetInput): Part {
  const grown = after.claimTemplates.flatMap((template) => {
    const old = before.claimTemplates.find(({ name }) => name === template.name);
    return old !== undefined && compareQuantities(template.storage, old.storage) === 1
      ? [{ name: template.name, size: canonicalQuantity(template.storage ?? '') }]
      : [];
  });
  return {
    rights: grown.length === 0 ? [] : [rightIn(namespace, 'persistentvolumeclaims', ['get', 'patch'])],
    looks: grown.map(({ name, size }) => call('look_at_growth', name, size)),
    changes: grown.map(({ name, size }) =>
      titled(`Grow the claims of ${name} to ${size}`, 'grow_claims', name, size),
    ),
    steps: grown.map(({ name, size }) => growStep(name, size, before, namespace)),
  };
}

function growStep(name: string, size: string, before: SetView, namespace: string | undefined): Step {
  const patch = JSON.stringify({ spec: { resources: { requests: { storage: size } } } });
  const claim = `"${claimName(name, before.name, 0).replace(/0$/, '$ordinal')}"`;
  const place = kubectl(namespace, 'patch', 'persistentvolumeclaim');
  return {
    title: `Grow the claims of ${name} to ${size}`,
    command: forEachOrdinal(before, `${place} ${claim} --type merge --patch '${patch}'`),
    why: 'The controller never resizes an existing claim. The pods keep running. Wait until each claim shows the new capacity; where it shows FileSystemResizePending for long, its pod must be restarted.',
  };
}

/** Pods without the labels of the new selector would not be adopted, and would stand in the way of new ones. */
function relabellingOf({ before, namespace, missingLabels }: ChangeSetInput): Part {
  const labels = Object.entries(missingLabels)
    .map(([key, value]) => `${key}=${value}`)
    .sort();
  if (labels.length === 0) {
    return {};
  }
  const title = `Give the pods of ${before.name} the labels of the new selector`;
  const command = kubectl(namespace, 'label', 'pod', '--overwrite', ...labels);
  return {
    rights: [rightIn(namespace, 'pods', ['get', 'patch'])],
    changes: [titled(title, 'relabel_pods', ...labels)],
    steps: [
      {
        title,
        command: forEachOrdinal(before, `${command} "${podName(before.name, 0).replace(/0$/, '$ordinal')}"`),
        why: 'The new set adopts only pods that its selector matches. Any other pod would keep its name, and the set could not create its own pod of that name.',
      },
    ],
  };
}

/** A running pod never gets another volume or DNS name: it is deleted, and created again. */
function renewalOf({ after, before, codes, namespace }: ChangeSetInput): Part {
  const known = new Set(before.claimTemplates.map(({ name }) => name));
  const added = after.claimTemplates.map(({ name }) => name).filter((name) => !known.has(name));
  const isRenamed = codes.has('SERVICE_NAME_IMMUTABLE');
  if (added.length === 0 && !isRenamed) {
    return {};
  }
  // The controller stops at the lowest pod that lacks a volume, and goes no further.
  const order = added.length > 0 ? 'up' : 'down';
  const why =
    added.length > 0
      ? 'A running pod cannot get another volume: the controller tries to give one to the lowest pod, the API server rejects that, and no pod is updated.'
      : 'A pod keeps the DNS name that it was created with. Change the lists of peers first, and delete the old Service afterwards.';
  const title = 'Delete the pods one by one, each when the one before is ready again';
  return {
    isUnreadyUntilFinished: added.length > 0,
    rights: [rightIn(namespace, 'pods', ['get', 'delete'])],
    looks: [call('look_at_pods')],
    changes: [titled(title, 'renew_pods', order, after.serviceName ?? '', ...added)],
    steps: [
      {
        title: `${title}, the ${order === 'up' ? 'lowest' : 'highest'} first`,
        command: kubectl(
          namespace,
          ...[
            'delete',
            'pod',
            podName(after.name, order === 'up' ? after.firstOrdinal : highestOf(before)),
            '--wait',
          ],
        ),
        why,
      },
    ],
  };
}

function highestOf({ firstOrdinal, replicas }: SetView): number {
  return firstOrdinal + Math.max(replicas, 1) - 1;
}
