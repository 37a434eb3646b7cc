import { type JsonObject, type JsonValue } from '../../manifests/json';
import { pathText, valueAt } from '../../manifests/field-path';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { mayChange } from '../policy/field-policy';
import { type Refused } from './update-validation';

/** What the API server answers to an apply that it refuses. */
export interface Rejection {
  /** The object in words. */
  readonly object: string;
  /** The text that `kubectl apply` prints. Long values are left out: `...`. */
  readonly message: string;
}

/** The text for a set: what is wrong with it in itself, then what never changes. */
export function setRejectionText(
  name: string,
  after: JsonObject,
  refused: readonly Refused[],
  immutable: readonly string[],
  version: KubernetesVersion,
): string {
  const itself = refused.map(({ path, message }) => `${pathText(path)}: ${message}`);
  return invalidText('StatefulSet', name, [...itself, ...immutableTexts(after, immutable, version)]);
}

function immutableTexts(
  after: JsonObject,
  immutable: readonly string[],
  version: KubernetesVersion,
): readonly string[] {
  if (immutable.length === 0) {
    return [];
  }
  if (!isAtLeast(version, KubernetesVersion.V1_37)) {
    const history = mayChange('StatefulSet', 'revisionHistoryLimit', version)
      ? "'revisionHistoryLimit', "
      : '';
    return [
      `spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', ${history}'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden`,
    ];
  }
  return immutable.map(
    (field) => `spec.${field}: Invalid value: ${valueText(after, field)}: field is immutable`,
  );
}

function valueText(after: JsonObject, field: string): string {
  const value: JsonValue | undefined = valueAt(after, ['spec', field]);
  if (field === 'volumeClaimTemplates') {
    return value === undefined ? 'null' : '[...]';
  }
  return JSON.stringify(value ?? '');
}

/** The text of `kubectl apply` for an object that is refused for these causes. */
export function invalidText(kind: string, name: string, causes: readonly string[]): string {
  const [first = '', ...others] = causes;
  return others.length === 0
    ? `The ${kind} "${name}" is invalid: ${first}`
    : [`The ${kind} "${name}" is invalid: `, ...causes.map((cause) => `* ${cause}`)].join('\n');
}

const CLAIM_FIELDS: readonly (readonly [KubernetesVersion, string])[] = [
  [KubernetesVersion.V1_29, 'resources.requests and volumeAttributesClassName'],
  [KubernetesVersion.V1_28, 'resources.requests'],
];

/** The cause for a claim whose spec changes in what never changes. */
export function claimImmutableText(version: KubernetesVersion): string {
  const fields = CLAIM_FIELDS.find(([since]) => isAtLeast(version, since))?.[1] ?? '';
  return `spec: Forbidden: spec is immutable after creation except ${fields} for bound claims`;
}

/** The cause for a claim that shrinks. */
export function claimShrunkText(version: KubernetesVersion): string {
  const least = isAtLeast(version, KubernetesVersion.V1_32) ? 'status.capacity' : 'previous value';
  return `spec.resources.requests.storage: Forbidden: field can not be less than ${least}`;
}
