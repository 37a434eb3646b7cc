import { podClaimNames, setOrdinals } from '../../facts/set-facts';
import { claimName, podName } from '../../kubernetes/names';
import { canonicalQuantity, compareQuantities } from '../../kubernetes/quantity';
import { type KnownClaims } from '../claim-plan';
import { type ChangeCode } from '../change-codes';
import { applyManifests, awaitRollout, orphanPods, preparations, type ProcedureInput } from './replace-set';
import { exists, fieldIs, kubectl, shellWord, type Step } from './step';

/** A procedure's input for a set whose update is refused. */
export interface ChangeSetInput extends ProcedureInput {
  /** The codes of what is refused. */
  readonly codes: ReadonlySet<string>;
  readonly claims: KnownClaims;
  /** Labels that the new selector asks for and the pods do not have. */
  readonly missingLabels: Readonly<Record<string, string>>;
}

/** Refusals that replacing the set around its pods gets past. */
const REPLACEABLE: ReadonlySet<ChangeCode> = new Set([
  'CLAIM_TEMPLATE_ADDED',
  'CLAIM_TEMPLATE_GROWN',
  'CLAIM_TEMPLATE_IMMUTABLE',
  'CLAIM_TEMPLATE_REMOVED',
  'HISTORY_LIMIT_IMMUTABLE',
  'POD_MANAGEMENT_IMMUTABLE',
  'SELECTOR_IMMUTABLE',
  'SERVICE_NAME_IMMUTABLE',
]);

/** The steps that get a refused change of a set through without losing data; none where only an edit helps. */
export function changeSetSteps(input: ChangeSetInput): readonly Step[] {
  const { codes } = input;
  if (codes.has('CLAIM_TEMPLATE_SHRUNK')) {
    return shrinkSteps(input);
  }
  if (![...REPLACEABLE].some((code) => codes.has(code))) {
    return [];
  }
  return [
    ...preparations(input),
    ...(codes.has('CLAIM_TEMPLATE_GROWN') ? growSteps(input) : []),
    orphanPods(input),
    ...(codes.has('SELECTOR_IMMUTABLE') ? relabelSteps(input) : []),
    applyManifests(input),
    ...(codes.has('CLAIM_TEMPLATE_ADDED') ? recreateSteps(input) : []),
    ...(codes.has('SERVICE_NAME_IMMUTABLE') ? renewSteps(input) : []),
    ...awaitRollout(input),
  ];
}

function shrinkSteps({ before, after }: ChangeSetInput): readonly Step[] {
  const kept = before.claimTemplates
    .filter(({ name, storage }) =>
      after.claimTemplates.some(
        (template) => template.name === name && compareQuantities(template.storage, storage) === -1,
      ),
    )
    .map(({ name, storage }) => `${name} at ${storage ?? 'its size'}`);
  return [
    {
      title: `Keep the claim template ${kept.join(' and ')} in the new manifests`,
      command: '',
      why: 'No volume ever shrinks. For smaller volumes add a second set under another name, let the application copy its data there, and remove this one.',
    },
  ];
}

/** Each claim grows by itself: the controller never does it. */
function growSteps({ before, after, namespace, claims }: ChangeSetInput): readonly Step[] {
  return after.claimTemplates.flatMap((template) => {
    const old = before.claimTemplates.find(({ name }) => name === template.name);
    if (old === undefined || compareQuantities(template.storage, old.storage) !== 1) {
      return [];
    }
    const size = canonicalQuantity(template.storage ?? '');
    const names = setOrdinals(before).map((ordinal) => claimName(template.name, before.name, ordinal));
    return names
      .filter((name) => compareQuantities(claims?.get(name)?.storage ?? old.storage, size) === -1)
      .flatMap((name) => growClaim(name, namespace, size));
  });
}

function growClaim(name: string, namespace: string | undefined, size: string): readonly Step[] {
  const claim = ['persistentvolumeclaim', name] as const;
  const patch = { spec: { resources: { requests: { storage: size } } } };
  const storageClass = kubectl(namespace, 'get', ...claim, '--output', 'jsonpath={.spec.storageClassName}');
  return [
    {
      title: `Grow the claim ${name} to ${size}`,
      command: kubectl(namespace, 'patch', ...claim, '--type', 'merge', '--patch', JSON.stringify(patch)),
      why: 'The controller never resizes a claim that exists. The pod goes on running.',
      doneWhen: fieldIs(namespace, claim, '.spec.resources.requests.storage', size),
      requires: {
        condition: `[ "$(kubectl get storageclass "$(${storageClass})" --output 'jsonpath={.allowVolumeExpansion}')" = true ]`,
        otherwise: `the storage class of ${name} does not let volumes grow: copy the data into larger claims instead`,
      },
    },
    {
      title: `Wait until the volume of ${name} has grown`,
      command: kubectl(namespace, 'get', ...claim),
      why: 'Where the claim shows FileSystemResizePending for long, its driver needs the pod to restart.',
      doneWhen: fieldIs(namespace, claim, '.status.capacity.storage', size),
    },
  ];
}

/** Pods without the labels of the new selector would not be adopted, and would stand in the way of new ones. */
function relabelSteps({ before, namespace, missingLabels }: ChangeSetInput): readonly Step[] {
  const labels = Object.entries(missingLabels);
  if (labels.length === 0) {
    return [];
  }
  return setOrdinals(before).map((ordinal) => {
    const pod = podName(before.name, ordinal);
    const conditions = labels.map(([key, value]) =>
      fieldIs(namespace, ['pod', pod], `.metadata.labels.${key.replaceAll('.', '\\.')}`, value),
    );
    return {
      title: `Give the pod ${pod} the labels of the new selector`,
      command: kubectl(
        namespace,
        'label',
        'pod',
        pod,
        '--overwrite',
        ...labels.map(([key, value]) => `${key}=${value}`),
      ),
      why: 'The new set adopts only pods that its selector matches; others would keep their names, so that it could not create its own.',
      doneWhen: conditions.join(' && '),
    };
  });
}

/** A running pod never gets another volume, and the controller stops at the first one that lacks it. */
function recreateSteps({ before, after, namespace }: ChangeSetInput): readonly Step[] {
  const old = new Set(before.claimTemplates.map(({ name }) => name));
  const common = setOrdinals(before).filter((ordinal) => setOrdinals(after).includes(ordinal));
  return [...common].reverse().map((ordinal) => {
    const pod = podName(after.name, ordinal);
    const added = podClaimNames(after, ordinal).filter(
      (_, index) => !old.has(after.claimTemplates[index].name),
    );
    const volumes = kubectl(
      namespace,
      'get',
      'pod',
      pod,
      '--output',
      'jsonpath={.spec.volumes[*].persistentVolumeClaim.claimName}',
    );
    const hasVolumes = added.map((claim) => `${volumes} | tr ' ' '\\n' | grep -q -x ${shellWord(claim)}`);
    const isReady = `${kubectl(namespace, 'get', 'pod', pod, '--output', `jsonpath={.status.conditions[?(@.type=="Ready")].status}`)} | grep -q True`;
    return {
      title: `Delete the pod ${pod}, so that it is created with its new claim`,
      command: kubectl(namespace, 'delete', 'pod', pod),
      why: 'A running pod never gets another volume: the controller tries, is refused, and updates no pod after that.',
      doneWhen: [...hasVolumes, isReady].join(' && '),
    };
  });
}

/** A pod keeps the DNS name that it was created with. */
function renewSteps({ after, namespace }: ChangeSetInput): readonly Step[] {
  const first = podName(after.name, after.firstOrdinal);
  return after.replicas === 0
    ? []
    : [
        {
          title: 'Restart the pods under the new Service',
          command: kubectl(namespace, 'rollout', 'restart', `statefulset/${after.name}`),
          why: `A pod keeps the DNS name that it was created with. Change the peers' lists of names first, and delete the old Service afterwards.`,
          doneWhen: `${exists(namespace, 'pod', first)} && ${fieldIs(namespace, ['pod', first], '.spec.subdomain', after.serviceName ?? '')}`,
        },
      ];
}
