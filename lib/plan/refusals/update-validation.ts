import { type Finding } from '../../check/finding';
import { type Rule } from '../../check/rule';
import { numberOutOfRange } from '../../check/rules/number-out-of-range';
import { ordinalInvalid } from '../../check/rules/ordinal-invalid';
import { partitionInvalid } from '../../check/rules/partition-invalid';
import { replicasInvalid } from '../../check/rules/replicas-invalid';
import { rollingUpdateMisplaced } from '../../check/rules/rolling-update-misplaced';
import { selectorEmpty } from '../../check/rules/selector-empty';
import { selectorMismatch } from '../../check/rules/selector-mismatch';
import { serviceFieldMisplaced } from '../../check/rules/service-field-misplaced';
import { countProblem } from '../../kubernetes/counts';
import { type FieldPath, isSamePath, valueAt } from '../../manifests/field-path';
import { textsAt } from '../../manifests/field-value';
import { fieldOf, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { ApplyMode } from '../apply-mode';
import { type UpdatedPair } from '../object-changes';
import { type PlanContext } from '../plan-model';
import { type Cause, type UpdateCause } from '../policy/cause';

/** Something that the API server refuses in the object as it would be stored, whatever it was before. */
export interface Refused {
  readonly path: FieldPath;
  readonly cause: Cause;
  /** What the API server prints after the path. */
  readonly message: string;
}

/** A rule whose fault at one place is refused in every update, and the answer of the API server. */
interface UpdateRule {
  readonly rule: Rule;
  readonly path: FieldPath;
  readonly answer: (stored: JsonObject) => string;
  /** What the update makes of the fault, where it means another thing than in a manifest. */
  readonly meaning?: UpdateMeaning;
  /** Whether the meaning is another one only where the new manifest does not write the field. */
  readonly isLeftOver?: boolean;
}

interface UpdateMeaning {
  /** The field that brings the fault about. */
  readonly path: FieldPath;
  readonly cause: (mode: ApplyMode) => UpdateCause;
}

const TEMPLATE_LABELS: FieldPath = ['spec', 'template', 'metadata', 'labels'];
const ROLLING_UPDATE: FieldPath = ['spec', 'updateStrategy', 'rollingUpdate'];

const OF_SETS: readonly UpdateRule[] = [
  count(replicasInvalid, ['spec', 'replicas']),
  count(numberOutOfRange, ['spec', 'minReadySeconds']),
  count(ordinalInvalid, ['spec', 'ordinals', 'start']),
  count(partitionInvalid, [...ROLLING_UPDATE, 'partition']),
  {
    rule: rollingUpdateMisplaced,
    path: ROLLING_UPDATE,
    answer: (set) => {
      const [Partition, MaxUnavailable] = ['partition', 'maxUnavailable'].map(
        (field) => valueAt(set, [...ROLLING_UPDATE, field]) ?? null,
      );
      return `Invalid value: ${JSON.stringify({ Partition, MaxUnavailable })}: only allowed for updateStrategy 'RollingUpdate'`;
    },
    meaning: {
      path: ROLLING_UPDATE,
      cause: (mode) => ({ code: 'ROLLING_UPDATE_LEFT_OVER', mode }),
    },
    isLeftOver: true,
  },
  {
    rule: selectorEmpty,
    path: ['spec', 'selector'],
    answer: () => 'Invalid value: {}: empty selector is invalid for statefulset',
  },
  {
    rule: selectorMismatch,
    path: TEMPLATE_LABELS,
    answer: (set) =>
      `Invalid value: ${JSON.stringify(textsAt(set, TEMPLATE_LABELS))}: \`selector\` does not match template \`labels\``,
  },
];

const OF_SERVICES: readonly UpdateRule[] = [
  {
    rule: serviceFieldMisplaced,
    path: ['spec', 'clusterIP'],
    answer: (service) =>
      `Invalid value: "None": may not be set to 'None' for ${textOf(fieldOf(service, 'spec'), 'type') ?? ''} services`,
    meaning: {
      path: ['spec', 'type'],
      cause: () => ({ code: 'HEADLESS_SERVICE_EXPOSED' }),
    },
  },
];

/** A number that counts from 0. */
function count(rule: Rule, path: FieldPath): UpdateRule {
  const answer = (set: JsonObject): string => {
    const value = valueAt(set, path);
    return typeof value === 'number' ? `Invalid value: ${value}: ${countProblem(value) ?? ''}` : '';
  };
  return { rule, path, answer };
}

/** What the API server refuses in a set on every update: what an apply can break that was sound before. */
export function refusedInSet(pair: UpdatedPair, context: Context): readonly Refused[] {
  return refusedBy(OF_SETS, pair, context);
}

/** What the API server refuses in a Service: a headless one has no type that needs an address. */
export function refusedInService(pair: UpdatedPair, context: Context): readonly Refused[] {
  return refusedBy(OF_SERVICES, pair, context);
}

type Context = Pick<PlanContext, 'faults' | 'apply'>;

/** The faults of the first of the objects to be stored that has any: what is written does not tell. */
function refusedBy(rules: readonly UpdateRule[], pair: UpdatedPair, context: Context): readonly Refused[] {
  const [first = []] = context.faults
    .storedIn(pair)
    .map((found) => refusedAmong(found, rules, pair, context))
    .filter((refused) => refused.length > 0);
  return first;
}

function refusedAmong(
  found: readonly Finding[],
  rules: readonly UpdateRule[],
  { written }: UpdatedPair,
  { apply: { mode } }: Context,
): readonly Refused[] {
  return rules.flatMap(({ rule, path, answer, meaning, isLeftOver = false }) => {
    const isOfManifest = isLeftOver && isSaid(valueAt(written.new, path), mode);
    return found
      .filter((finding) => finding.rule.code === rule.code && isSamePath(finding.path, path))
      .map(({ object, message, fix }) => {
        const own = { path, cause: { code: rule.code, fault: { message, fix } } };
        const meant = meaning && { path: meaning.path, cause: meaning.cause(mode) };
        return { ...(meant === undefined || isOfManifest ? own : meant), message: answer(object.content) };
      });
  });
}

/** A null says something to kubectl alone: server-side apply takes it for no value. */
function isSaid(value: JsonValue | undefined, mode: ApplyMode): boolean {
  return mode === ApplyMode.SERVER ? (value ?? undefined) !== undefined : value !== undefined;
}
