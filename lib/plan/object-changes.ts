import { groupOf } from '../kubernetes/api-group';
import { droppedFieldsOf, hasField } from '../manifests/defaults/dropped-fields';
import { fieldOf, textOf, type JsonObject, type JsonValue } from '../manifests/json';
import { type FieldPath, isSamePath, isWithin, valueAt } from '../manifests/field-path';
import { type KubernetesRelease, type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { honoursMaxUnavailable, MAX_UNAVAILABLE } from '../kubernetes/releases';
import { type Change } from './policy/change';
import { type Difference, differences } from './differences/differences';
import { namedPath } from './differences/named-path';
import { Effect } from './policy/effect';
import { policyOf } from './policy/field-policy';
import { type ObjectPair } from './differences/object-pair';
import { type Refused } from './refusals/update-validation';

/** An object that both sides have. */
export interface UpdatedPair extends ObjectPair {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** Whether both sides have the object. */
export function isUpdated(pair: ObjectPair): pair is UpdatedPair {
  return pair.before !== undefined && pair.after !== undefined;
}

/** The kinds, with their groups, whose fields plan judges. */
const JUDGED: ReadonlySet<string> = new Set([
  'apps/StatefulSet',
  '/Service',
  '/PersistentVolumeClaim',
  'policy/PodDisruptionBudget',
  'autoscaling/HorizontalPodAutoscaler',
]);

/** Fields that the API server keeps in step with another one. */
const REPEATED: Readonly<Partial<Record<string, string>>> = {
  'Service/spec.clusterIPs': 'spec.clusterIP',
  'StatefulSet/spec.template.spec.serviceAccount': 'spec.template.spec.serviceAccountName',
};

/** The differences of an object that both sides have, without those that only repeat another. */
export function differencesOf({ before, after, kind }: UpdatedPair): readonly Difference[] {
  const all = differences(before, after);
  const patterns = new Set(all.map(({ pattern }) => pattern));
  return all.filter(({ pattern }) => {
    const first = REPEATED[`${kind}/${pattern}`];
    return first === undefined || !patterns.has(first);
  });
}

/** What each difference does by itself. */
export function changesOf(
  pair: UpdatedPair,
  found: readonly Difference[],
  version: KubernetesVersion,
): readonly Change[] {
  const group = groupOf(textOf(pair.after, 'apiVersion') ?? '');
  if (!JUDGED.has(`${group}/${pair.kind}`)) {
    return found.map((difference) => otherChange(pair, difference));
  }
  return found.map((difference) => {
    const { effect, code } = policyOf(pair.kind, difference, version);
    return { ...placed(pair, difference), effect, cause: { code } };
  });
}

/** That an apply fails, because its patch can't be made, can't be applied or can't be merged. */
export function patchProblemChange({ object, patchProblem, written }: UpdatedPair): readonly Change[] {
  if (patchProblem === undefined) {
    return [];
  }
  const { cause, message, path } = patchProblem;
  const code =
    path !== undefined
      ? 'LIST_KEY_REPEATED'
      : cause === 'key-repeated'
        ? 'MERGE_KEY_REPEATED'
        : 'MERGE_KEY_MISSING';
  return [
    {
      object,
      path: namedPath(path ?? [], written.new ?? null),
      effect: Effect.REJECTED,
      cause: { code, message },
    },
  ];
}

/** Lists that stay as they are or become something else, because kubectl takes several elements for one. */
export function unreachedChanges(pair: UpdatedPair): readonly Change[] {
  // Where kubectl comes to no object there is no list either.
  return (pair.patchProblem === undefined ? pair.unreached : []).map(({ keyField, ...difference }) => ({
    ...placed(pair, difference),
    effect: Effect.NONE,
    cause: { code: 'MERGE_KEY_REPEATED', keyField },
  }));
}

/** Fields that were changed to no effect, because the API server of this version drops them. */
export function droppedChanges(pair: UpdatedPair, { version, patch }: KubernetesRelease): readonly Change[] {
  const { old, new: wanted } = pair.written;
  if (old === undefined || wanted === undefined) {
    return [];
  }
  const dropped = droppedFieldsOf(pair.kind, version)
    .filter(({ path }) => path !== MAX_UNAVAILABLE.join('.') || !honoursMaxUnavailable({ version, patch }))
    .filter(({ path }) => [old, wanted].some((object) => hasField(object, path)));
  if (dropped.length === 0) {
    return [];
  }
  return differences(old, wanted)
    .filter(({ pattern }) => dropped.some(({ path }) => path === pattern))
    .map((difference) => ({
      ...placed(pair, difference),
      effect: Effect.NONE,
      cause: {
        code: 'FIELD_DROPPED',
        kubernetesVersion: version,
        keptSince: dropped.find(({ path }) => path === difference.pattern)?.keptSince,
      },
    }));
}

/** What the API server refuses in the object, whatever changed; the changed fields get it as their effect. */
export function withRefusals(
  changes: readonly Change[],
  pair: UpdatedPair,
  refused: readonly Refused[],
): readonly Change[] {
  return refused.reduce<readonly Change[]>((all, { path, cause }) => {
    const rest = all.filter((change) => !isWithin(change.path, path));
    const [same] = all.filter((change) => isSamePath(change.path, path));
    const change: Change = {
      object: pair.object,
      path,
      ...valuesAt(pair, path),
      ...(same as Change | undefined),
      effect: Effect.REJECTED,
      cause,
    };
    return [...rest, change];
  }, changes);
}

export function valuesAt({ before, after }: UpdatedPair, path: FieldPath): Pick<Change, 'before' | 'after'> {
  const [old, now] = [before, after].map((object) => valueAt(object, path));
  return { ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) };
}

const HIDDEN = '(not shown)';

function placed(
  pair: ObjectPair,
  { path, before, after }: Pick<Difference, 'path' | 'before' | 'after'>,
): Omit<Change, 'effect' | 'cause'> {
  const isSecret = pair.kind === 'Secret' && (path[0] === 'data' || path[0] === 'stringData');
  const shown = (value: JsonValue | undefined): JsonValue | undefined =>
    value !== undefined && isSecret ? HIDDEN : value;
  return {
    object: pair.object,
    path,
    ...(before === undefined ? {} : { before: shown(before) }),
    ...(after === undefined ? {} : { after: shown(after) }),
  };
}

function otherChange(pair: UpdatedPair, difference: Difference): Change {
  const place = placed(pair, difference);
  const isData = pair.kind === 'ConfigMap' || pair.kind === 'Secret';
  if (!isData || difference.path[0] === 'metadata') {
    return { ...place, effect: Effect.IN_PLACE, cause: { code: 'OBJECT_CHANGED' } };
  }
  return fieldOf(pair.before, 'immutable') === true
    ? { ...place, effect: Effect.REJECTED, cause: { code: 'DATA_IMMUTABLE', kind: pair.kind } }
    : { ...place, effect: Effect.IN_PLACE, cause: { code: 'DATA_CHANGED' } };
}
