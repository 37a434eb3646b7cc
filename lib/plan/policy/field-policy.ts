import { isList, type JsonValue } from '../../manifests/json';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { compareQuantities } from '../../kubernetes/quantity';
import { type ChangeCode } from './change-codes';
import { type Difference } from '../differences/differences';
import { Effect } from './effect';

/** What a change of one field does by itself, whatever else changes. */
export interface FieldPolicy {
  /** The field with all fields below it. `*` stands for one element of a list; `**` at the end for the field alone. */
  readonly path: string;
  readonly effect: Effect;
  readonly code: ChangeCode;
  readonly reason: string;
  /** Where the API server rejects every change of the field. */
  readonly immutable?: Immutable;
  /** The first version that the row holds for; from the beginning where it is absent. */
  readonly since?: KubernetesVersion;
  /** Which changes of the field the row holds for; all where it is absent. */
  readonly when?: (before: JsonValue | undefined, after: JsonValue | undefined) => boolean;
}

/** What is known of a field that never changes. */
export interface Immutable {
  /** The field of `spec` that the API server compares as a whole, and that its answer names. */
  readonly field: string;
  /** The procedure that gets a change of it through; absent where none is safe. */
  readonly procedure?: ProcedureName;
}

/** A migration procedure: the set is made anew around its pods, or the Service is. */
export type ProcedureName = 'replace-set' | 'replace-service';

const { IN_PLACE, NONE, REJECTED } = Effect;

const grows = (before: JsonValue | undefined, after: JsonValue | undefined): boolean =>
  compareQuantities(after, before) === 1;
const shrinks = (before: JsonValue | undefined, after: JsonValue | undefined): boolean =>
  compareQuantities(after, before) === -1;
const comes = (before: JsonValue | undefined): boolean => before === undefined;
const goes = (_before: JsonValue | undefined, after: JsonValue | undefined): boolean => after === undefined;
const stays = (_before: JsonValue | undefined, after: JsonValue | undefined): boolean => after !== undefined;
const firstDiffers = (before: JsonValue | undefined, after: JsonValue | undefined): boolean =>
  isList(before) && isList(after) && before[0] !== after[0];

const METADATA: readonly FieldPolicy[] = [
  {
    path: 'apiVersion',
    effect: NONE,
    code: 'API_VERSION_CHANGED',
    reason: 'the API server serves the same object in each of its versions',
  },
  {
    path: 'metadata.finalizers',
    effect: IN_PLACE,
    code: 'FINALIZERS_CHANGED',
    reason: 'once deleted, the object stays until every finalizer is removed',
  },
  {
    path: 'metadata.ownerReferences',
    effect: IN_PLACE,
    code: 'OWNERS_CHANGED',
    reason: 'the object and everything that it owns are deleted as soon as none of its owners exists',
  },
  {
    path: 'metadata',
    effect: IN_PLACE,
    code: 'METADATA_CHANGED',
    reason: 'metadata of the object itself changes at once, and no pod restarts',
  },
];

/**
 * For each kind its rows: of those that match a field the first one holds. Fields that never change stand in the order
 * in which the API server compares them.
 */
const POLICIES: Readonly<Record<string, readonly FieldPolicy[]>> = {
  StatefulSet: [
    ...METADATA,
    { path: 'spec.replicas', effect: IN_PLACE, code: 'REPLICAS_UP', reason: 'pods are added' },
    {
      path: 'spec.ordinals',
      effect: IN_PLACE,
      code: 'FIRST_ORDINAL_MOVED',
      reason: 'pods with new ordinals are created first, then those outside the new range are removed',
    },
    {
      path: 'spec.template',
      effect: IN_PLACE,
      code: 'TEMPLATE_CHANGED',
      reason: 'only pods that are created from now on use the new template',
    },
    {
      path: 'spec.updateStrategy.rollingUpdate.partition',
      effect: IN_PLACE,
      code: 'PARTITION_CHANGED',
      reason: 'from now on a different number of pods, counted from the first, keeps the old template',
    },
    {
      path: 'spec.updateStrategy.rollingUpdate.maxUnavailable',
      effect: IN_PLACE,
      code: 'MAX_UNAVAILABLE_CHANGED',
      reason: 'from the next rollout on a different number of pods is replaced at once',
    },
    {
      path: 'spec.updateStrategy',
      effect: IN_PLACE,
      code: 'STRATEGY_CHANGED',
      reason: 'the next change of the template is rolled out with the new strategy',
    },
    {
      path: 'spec.minReadySeconds',
      effect: IN_PLACE,
      code: 'MIN_READY_SECONDS_CHANGED',
      reason: 'changes at once which pods count as available; no pod restarts',
    },
    {
      path: 'spec.persistentVolumeClaimRetentionPolicy',
      effect: IN_PLACE,
      code: 'RETENTION_CHANGED',
      reason: 'the controller changes the owner references of the claims; no pod restarts',
    },
    {
      path: 'spec.revisionHistoryLimit',
      since: KubernetesVersion.V1_33,
      effect: IN_PLACE,
      code: 'HISTORY_LIMIT_CHANGED',
      reason: 'more or fewer old revisions are kept',
    },
    {
      path: 'spec.revisionHistoryLimit',
      effect: REJECTED,
      code: 'HISTORY_LIMIT_IMMUTABLE',
      immutable: { field: 'revisionHistoryLimit', procedure: 'replace-set' },
      reason:
        'before Kubernetes 1.33 revisionHistoryLimit cannot be changed; replace the set around its running pods',
    },
    {
      path: 'spec.selector',
      effect: REJECTED,
      code: 'SELECTOR_IMMUTABLE',
      immutable: { field: 'selector', procedure: 'replace-set' },
      reason:
        'the selector of a set cannot be changed; keep it, or relabel the pods and replace the set around them',
    },
    {
      path: 'spec.volumeClaimTemplates.*.spec.resources.requests.storage',
      when: grows,
      effect: REJECTED,
      code: 'CLAIM_TEMPLATE_GROWN',
      immutable: { field: 'volumeClaimTemplates', procedure: 'replace-set' },
      reason:
        'claim templates cannot be changed; grow each claim, then replace the set around its running pods',
    },
    {
      path: 'spec.volumeClaimTemplates.*.spec.resources.requests.storage',
      when: shrinks,
      effect: REJECTED,
      code: 'CLAIM_TEMPLATE_SHRUNK',
      immutable: { field: 'volumeClaimTemplates' },
      reason:
        'claim templates cannot be changed, and a volume cannot shrink; keep the size, or copy the data into new claims',
    },
    {
      path: 'spec.volumeClaimTemplates.*.**',
      when: comes,
      effect: REJECTED,
      code: 'CLAIM_TEMPLATE_ADDED',
      immutable: { field: 'volumeClaimTemplates', procedure: 'replace-set' },
      reason:
        'claim templates cannot be changed; replace the set around its pods, then delete the pods one by one: a running pod never gets another volume',
    },
    {
      path: 'spec.volumeClaimTemplates.*.**',
      when: goes,
      effect: REJECTED,
      code: 'CLAIM_TEMPLATE_REMOVED',
      immutable: { field: 'volumeClaimTemplates', procedure: 'replace-set' },
      reason:
        'claim templates cannot be changed; replace the set around its pods: the claims stay with their data, unused',
    },
    {
      path: 'spec.volumeClaimTemplates',
      effect: REJECTED,
      code: 'CLAIM_TEMPLATE_IMMUTABLE',
      immutable: { field: 'volumeClaimTemplates', procedure: 'replace-set' },
      reason:
        'claim templates cannot be changed, nor their labels, annotations and order; undo this, or replace the set around its running pods',
    },
    {
      path: 'spec.serviceName',
      effect: REJECTED,
      code: 'SERVICE_NAME_IMMUTABLE',
      immutable: { field: 'serviceName', procedure: 'replace-set' },
      reason: 'serviceName cannot be changed; keep it, or replace the set around its pods and restart them',
    },
    {
      path: 'spec.podManagementPolicy',
      effect: REJECTED,
      code: 'POD_MANAGEMENT_IMMUTABLE',
      immutable: { field: 'podManagementPolicy', procedure: 'replace-set' },
      reason: 'podManagementPolicy cannot be changed; replace the set around its running pods',
    },
  ],
  Service: [
    ...METADATA,
    {
      path: 'spec.clusterIP',
      when: stays,
      effect: REJECTED,
      code: 'CLUSTER_IP_IMMUTABLE',
      immutable: { field: 'clusterIPs', procedure: 'replace-service' },
      reason:
        'neither the address of a Service nor whether it is headless can be changed; delete the Service and apply it again',
    },
    {
      path: 'spec.clusterIPs',
      when: firstDiffers,
      effect: REJECTED,
      code: 'CLUSTER_IP_IMMUTABLE',
      immutable: { field: 'clusterIPs', procedure: 'replace-service' },
      reason:
        'neither the address of a Service nor whether it is headless can be changed; delete the Service and apply it again',
    },
    {
      path: 'spec.ipFamilies',
      when: firstDiffers,
      effect: REJECTED,
      code: 'IP_FAMILY_IMMUTABLE',
      immutable: { field: 'ipFamilies', procedure: 'replace-service' },
      reason: 'the first IP family of a Service cannot be changed; delete the Service and apply it again',
    },
    {
      path: 'spec.selector',
      effect: IN_PLACE,
      code: 'SERVICE_CHANGED',
      reason: 'the DNS names and the traffic move to other pods at once',
    },
    {
      path: 'spec',
      effect: IN_PLACE,
      code: 'SERVICE_CHANGED',
      reason: 'takes effect at once; no pod restarts',
    },
  ],
  PersistentVolumeClaim: [
    ...METADATA,
    {
      path: 'spec.resources.requests.storage',
      when: grows,
      effect: IN_PLACE,
      code: 'CLAIM_GROWN',
      reason:
        'the volume grows if its storage class has allowVolumeExpansion; otherwise the API server rejects it',
    },
    {
      path: 'spec.resources.requests.storage',
      effect: REJECTED,
      code: 'CLAIM_SHRUNK',
      reason: 'a volume cannot shrink; keep the size, or copy the data into a new claim',
    },
    {
      path: 'spec.volumeAttributesClassName',
      since: KubernetesVersion.V1_34,
      effect: IN_PLACE,
      code: 'CLAIM_CLASS_CHANGED',
      reason: 'the driver changes the volume while it is in use',
    },
    {
      path: 'spec.storageClassName',
      when: comes,
      effect: IN_PLACE,
      code: 'CLAIM_CLASS_GIVEN',
      reason: 'a claim without a storage class may be given one',
    },
    {
      path: 'spec.volumeName',
      when: comes,
      effect: IN_PLACE,
      code: 'CLAIM_VOLUME_GIVEN',
      reason: 'an unbound claim may be given a volume',
    },
    {
      path: 'spec',
      effect: REJECTED,
      code: 'CLAIM_IMMUTABLE',
      reason: 'only the size of a claim can be changed; create a new claim and copy the data',
    },
  ],
  PodDisruptionBudget: [
    ...METADATA,
    {
      path: 'spec',
      effect: IN_PLACE,
      code: 'BUDGET_CHANGED',
      reason: 'from now on the new limit holds for evictions; rolling updates ignore it',
    },
  ],
  HorizontalPodAutoscaler: [
    ...METADATA,
    {
      path: 'spec',
      effect: IN_PLACE,
      code: 'AUTOSCALER_CHANGED',
      reason: 'the autoscaler reacts within seconds, and may add or remove pods',
    },
  ],
};

const FALLBACK: FieldPolicy = {
  path: '',
  effect: IN_PLACE,
  code: 'FIELD_CHANGED',
  reason: 'plan does not know what a change of this field does',
};

/** The rows of all kinds. */
export const ALL_POLICIES: readonly FieldPolicy[] = [...Object.values(POLICIES).flat(), FALLBACK];

const IMMUTABLE_ROWS = ALL_POLICIES.filter(({ immutable }) => immutable !== undefined);

/** The row that holds for a difference in an object of this kind. */
export function policyOf(kind: string, difference: Difference, version: KubernetesVersion): FieldPolicy {
  const { before, after } = difference;
  return (
    (POLICIES[kind] ?? []).find(
      ({ path, since, when }) =>
        covers(path, difference.pattern) &&
        (since === undefined || isAtLeast(version, since)) &&
        (when === undefined || when(before, after)),
    ) ?? FALLBACK
  );
}

/** The fields that never change among those that differ, each once, in the order in which the API server names them. */
export function immutableFieldsOf(
  kind: string,
  found: readonly Difference[],
  version: KubernetesVersion,
): readonly string[] {
  const changed = new Set(
    found.flatMap((difference) => policyOf(kind, difference, version).immutable?.field ?? []),
  );
  const inOrder = new Set((POLICIES[kind] ?? []).flatMap(({ immutable }) => immutable?.field ?? []));
  return [...inOrder].filter((field) => changed.has(field));
}

/** Whether a field of `spec` may change in this version; the fields below it do not count. */
export function mayChange(kind: string, field: string, version: KubernetesVersion): boolean {
  const difference: Difference = { path: ['spec', field], pattern: `spec.${field}` };
  return policyOf(kind, difference, version).immutable === undefined;
}

/** The field that the answer of the API server names for a code of a change; undefined where the code is another. */
export function immutableFieldOf(code: string): string | undefined {
  return IMMUTABLE_ROWS.find((row) => row.code === code)?.immutable?.field;
}

/** The codes of the changes that a procedure gets through. */
export function codesThrough(procedure: ProcedureName): ReadonlySet<string> {
  return new Set(
    IMMUTABLE_ROWS.filter(({ immutable }) => immutable?.procedure === procedure).map(({ code }) => code),
  );
}

function covers(path: string, pattern: string): boolean {
  return path.endsWith('.**')
    ? pattern === path.slice(0, -'.**'.length)
    : pattern === path || pattern.startsWith(`${path}.`);
}
