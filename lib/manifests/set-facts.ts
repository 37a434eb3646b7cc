import { claimName, ordinalsOf, podName } from '../kubernetes/names';
import { fieldOf, isList, isObject, textOf, type JsonObject, type JsonValue } from './json';
import { valueAt } from './field-path';

/** What a set's manifest says once it has its defaults. Fields of wrong types count as absent. */
export interface SetFacts {
  readonly name: string;
  readonly namespace?: string;
  readonly replicas: number;
  readonly firstOrdinal: number;
  readonly isOrdered: boolean;
  readonly minReadySeconds: number;
  readonly updateStrategy: string;
  /** Undefined where the set has no `rollingUpdate`. */
  readonly partition?: number;
  readonly maxUnavailable?: number | string;
  readonly whenDeleted: string;
  readonly whenScaled: string;
  readonly serviceName?: string;
  readonly claimTemplates: readonly ClaimTemplateFacts[];
  /** The labels of the pods. */
  readonly podLabels: Readonly<Record<string, string>>;
}

/** One claim template. */
export interface ClaimTemplateFacts {
  readonly name: string;
  /** What is asked for, as it was written. */
  readonly storage?: string;
  /** Undefined where the cluster's default class is meant. */
  readonly storageClass?: string;
  readonly accessModes: readonly string[];
}

/** The facts of a defaulted StatefulSet. */
export function setFactsOf(set: JsonObject): SetFacts {
  const spec = fieldOf(set, 'spec');
  const metadata = fieldOf(set, 'metadata');
  const strategy = fieldOf(spec, 'updateStrategy');
  const retention = fieldOf(spec, 'persistentVolumeClaimRetentionPolicy');
  const maxUnavailable = valueAt(strategy, ['rollingUpdate', 'maxUnavailable']);
  const hasRollingUpdate = isObject(fieldOf(strategy, 'rollingUpdate'));
  return {
    name: textOf(metadata, 'name') ?? '',
    namespace: textOf(metadata, 'namespace'),
    replicas: countAt(spec, ['replicas'], 1),
    firstOrdinal: countAt(spec, ['ordinals', 'start']),
    isOrdered: textOf(spec, 'podManagementPolicy') !== 'Parallel',
    minReadySeconds: countAt(spec, ['minReadySeconds']),
    updateStrategy: textOf(strategy, 'type') ?? 'RollingUpdate',
    partition: hasRollingUpdate ? countAt(strategy, ['rollingUpdate', 'partition']) : undefined,
    maxUnavailable:
      typeof maxUnavailable === 'number' || typeof maxUnavailable === 'string' ? maxUnavailable : undefined,
    whenDeleted: textOf(retention, 'whenDeleted') ?? 'Retain',
    whenScaled: textOf(retention, 'whenScaled') ?? 'Retain',
    serviceName: textOf(spec, 'serviceName'),
    claimTemplates: elementsOf(fieldOf(spec, 'volumeClaimTemplates')).map(claimTemplateFactsOf),
    podLabels: textsOf(valueAt(spec, ['template', 'metadata', 'labels'])),
  };
}

function claimTemplateFactsOf(template: JsonValue): ClaimTemplateFacts {
  const storage = valueAt(template, ['spec', 'resources', 'requests', 'storage']);
  return {
    name: textOf(fieldOf(template, 'metadata'), 'name') ?? '',
    storage: typeof storage === 'string' || typeof storage === 'number' ? String(storage) : undefined,
    storageClass: textOf(fieldOf(template, 'spec'), 'storageClassName'),
    accessModes: elementsOf(valueAt(template, ['spec', 'accessModes'])).filter(
      (mode) => typeof mode === 'string',
    ),
  };
}

/** More pods than this are not listed: a set of a manifest may ask for any number. */
export const MAX_LISTED_PODS = 10_000;

/** The ordinals of the set's pods, ascending; the first ten thousand of them. */
export function setOrdinals({ replicas, firstOrdinal }: SetFacts): readonly number[] {
  return ordinalsOf(Math.min(replicas, MAX_LISTED_PODS), firstOrdinal);
}

/** The names of the set's pods, in the order in which they are created. */
export function setPodNames(set: SetFacts): readonly string[] {
  return setOrdinals(set).map((ordinal) => podName(set.name, ordinal));
}

/** The names of the claims of one pod. */
export function podClaimNames({ name, claimTemplates }: SetFacts, ordinal: number): readonly string[] {
  return claimTemplates.map((template) => claimName(template.name, name, ordinal));
}

function countAt(value: JsonValue | undefined, path: readonly string[], fallback = 0): number {
  const count = valueAt(value, path);
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : fallback;
}

function elementsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isList(value) ? value : [];
}

/** The entries of a map whose values are texts. */
export function textsOf(value: JsonValue | undefined): Record<string, string> {
  const entries = Object.entries(isObject(value) ? value : {});
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
