import { isList, type JsonValue } from '../../manifests/json';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { compareQuantities } from '../../kubernetes/quantity';
import { type PlainCode } from './cause';
import { type Difference } from '../differences/differences';
import { Effect } from './effect';

/** What a change of one field does by itself, whatever else changes. */
export interface FieldPolicy {
  /** The field with all fields below it. `*` stands for one element of a list; `**` at the end for the field alone. */
  readonly path: string;
  readonly effect: Effect;
  readonly code: PlainCode;
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

/** A migration procedure: the set is recreated around its pods, or the Service is. */
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
  },
  {
    path: 'metadata.finalizers',
    effect: IN_PLACE,
    code: 'FINALIZERS_CHANGED',
  },
  {
    path: 'metadata.ownerReferences',
    effect: IN_PLACE,
    code: 'OWNERS_CHANGED',
  },
  {
    path: 'metadata',
    effect: IN_PLACE,
    code: 'METADATA_CHANGED',
  },
];

/**
 * For each kind its rows: of those that match a field the first one holds. Fields that never change stand in the order
 * in which the API server compares them.
 */
const POLICIES: Readonly<Record<string, readonly FieldPolicy[]>> = {
  StatefulSet: [
    ...METADATA,
    {
      path: 'spec.ordinals',
      effect: IN_PLACE,
      code: 'FIRST_ORDINAL_MOVED',
    },
    {
      path: 'spec.template',
      effect: IN_PLACE,
      code: 'TEMPLATE_CHANGED',
    },
    {
      path: 'spec.updateStrategy.rollingUpdate.partition',
      effect: IN_PLACE,
      code: 'PARTITION_CHANGED',
    },
    {
      path: 'spec.updateStrategy.rollingUpdate.maxUnavailable',
      effect: IN_PLACE,
      code: 'MAX_UNAVAILABLE_CHANGED',
    },
    {
      path: 'spec.updateStrategy',
      effect: IN_PLACE,
      code: 'STRATEGY_CHANGED',
    },
    {
      path: 'spec.minReadySeconds',
      effect: IN_PLACE,
      code: 'MIN_READY_SECONDS_CHANGED',
    },
    {
      path: 'spec.persistentVolumeClaimRetentionPolicy',
      effect: IN_PLACE,
      code: 'RETENTION_CHANGED',
    },
    {
      path: 'spec.revisionHistoryLimit',
      since: KubernetesVersion.V1_33,
      effect: IN_PLACE,
      code: 'HISTORY_LIMIT_CHANGED',
    },
    {
      path: 'spec.revisionHistoryLimit',
      effect: REJECTED,
      code: 'HISTORY_LIMIT_IMMUTABLE',
      immutable: { field: 'revisionHistoryLimit', procedure: 'replace-set' },
    },
    {
      path: 'spec.selector',
      effect: REJECTED,
      code: 'SELECTOR_IMMUTABLE',
      immutable: { field: 'selector', procedure: 'replace-set' },
    },
    {
      path: 'spec.volumeClaimTemplates.*.spec.resources.requests.storage',
      when: grows,
      effect: REJECTED,
      code: 'CLAIM_TEMPLATE_GROWN',
      immutable: { field: 'volumeClaimTemplates', procedure: 'replace-set' },
    },
    {
      path: 'spec.volumeClaimTemplates.*.spec.resources.requests.storage',
      when: shrinks,
      effect: REJECTED,
      code: 'CLAIM_TEMPLATE_SHRUNK',
      immutable: { field: 'volumeClaimTemplates' },
    },
    {
      path: 'spec.volumeClaimTemplates.*.**',
      when: comes,
      effect: REJECTED,
      code: 'CLAIM_TEMPLATE_ADDED',
      immutable: { field: 'volumeClaimTemplates', procedure: 'replace-set' },
    },
    {
      path: 'spec.volumeClaimTemplates.*.**',
      when: goes,
      effect: REJECTED,
      code: 'CLAIM_TEMPLATE_REMOVED',
      immutable: { field: 'volumeClaimTemplates', procedure: 'replace-set' },
    },
    {
      path: 'spec.volumeClaimTemplates',
      effect: REJECTED,
      code: 'CLAIM_TEMPLATE_IMMUTABLE',
      immutable: { field: 'volumeClaimTemplates', procedure: 'replace-set' },
    },
    {
      path: 'spec.serviceName',
      effect: REJECTED,
      code: 'SERVICE_NAME_IMMUTABLE',
      immutable: { field: 'serviceName', procedure: 'replace-set' },
    },
    {
      path: 'spec.podManagementPolicy',
      effect: REJECTED,
      code: 'POD_MANAGEMENT_IMMUTABLE',
      immutable: { field: 'podManagementPolicy', procedure: 'replace-set' },
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
    },
    {
      path: 'spec.clusterIPs',
      when: firstDiffers,
      effect: REJECTED,
      code: 'CLUSTER_IP_IMMUTABLE',
      immutable: { field: 'clusterIPs', procedure: 'replace-service' },
    },
    {
      path: 'spec.ipFamilies',
      when: firstDiffers,
      effect: REJECTED,
      code: 'IP_FAMILY_IMMUTABLE',
      immutable: { field: 'ipFamilies', procedure: 'replace-service' },
    },
    {
      path: 'spec.selector',
      effect: IN_PLACE,
      code: 'SERVICE_SELECTOR_CHANGED',
    },
    {
      path: 'spec',
      effect: IN_PLACE,
      code: 'SERVICE_CHANGED',
    },
  ],
  PersistentVolumeClaim: [
    ...METADATA,
    {
      path: 'spec.resources.requests.storage',
      when: grows,
      effect: IN_PLACE,
      code: 'CLAIM_GROWN',
    },
    {
      path: 'spec.resources.requests.storage',
      effect: REJECTED,
      code: 'CLAIM_SHRUNK',
    },
    {
      path: 'spec.volumeAttributesClassName',
      since: KubernetesVersion.V1_34,
      effect: IN_PLACE,
      code: 'CLAIM_CLASS_CHANGED',
    },
    {
      path: 'spec.storageClassName',
      when: comes,
      effect: IN_PLACE,
      code: 'CLAIM_CLASS_GIVEN',
    },
    {
      path: 'spec.volumeName',
      when: comes,
      effect: IN_PLACE,
      code: 'CLAIM_VOLUME_GIVEN',
    },
    {
      path: 'spec',
      effect: REJECTED,
      code: 'CLAIM_IMMUTABLE',
    },
  ],
  PodDisruptionBudget: [
    ...METADATA,
    {
      path: 'spec',
      effect: IN_PLACE,
      code: 'BUDGET_CHANGED',
    },
  ],
  HorizontalPodAutoscaler: [
    ...METADATA,
    {
      path: 'spec',
      effect: IN_PLACE,
      code: 'AUTOSCALER_CHANGED',
    },
  ],
};

const FALLBACK: FieldPolicy = {
  path: '',
  effect: IN_PLACE,
  code: 'FIELD_CHANGED',
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
