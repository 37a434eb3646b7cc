import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { isServed } from '../kubernetes/served-versions';
import { groupOf } from '../kubernetes/api-group';
import { valueAt } from '../manifests/field-path';
import { fieldOf, isList, isObject, type JsonValue, textOf } from '../manifests/json';
import { type Manifest } from '../manifests/manifest';
import { isLive } from '../plan/differences/applied-before';
import { flagOf, objectsOf, textMapOf } from './fields';
import { keyOf } from './target/target';

/** An object of the input that no code is written for. */
export interface LeftOut {
  readonly manifest: Manifest;
  readonly reason: string;
}

/** Which objects are adopted, and for which cluster. */
export interface SelectionOptions {
  /** The name of the one set that is adopted with what belongs to it. */
  readonly set?: string;
  /** The namespace of objects that name none. */
  readonly namespace?: string;
  readonly version: KubernetesVersion;
}

/** The objects that code is written for, and the others. */
export interface Selection {
  readonly kept: readonly Manifest[];
  readonly leftOut: readonly LeftOut[];
}

/** Divides the objects into those that code is written for, and the others. */
export function selected(manifests: readonly Manifest[], options: SelectionOptions): Selection {
  const last = new Map(manifests.map((manifest) => [placedKey(manifest, options), manifest]));
  const sets = manifests.filter(isSet);
  const chosen = options.set === undefined ? undefined : sets.filter(({ name }) => name === options.set);
  const judged = manifests.map((manifest) => ({
    manifest,
    reason:
      unfit(manifest, sets, options) ??
      (last.get(placedKey(manifest, options)) === manifest
        ? undefined
        : 'the input has it again further down') ??
      (chosen === undefined || chosen.some((set) => belongsTo(manifest, set))
        ? undefined
        : `it does not belong to the set ${options.set ?? ''}`),
  }));
  return {
    kept: judged.flatMap(({ manifest, reason }) => (reason === undefined ? [manifest] : [])),
    leftOut: judged.flatMap(({ manifest, reason }) => (reason === undefined ? [] : [{ manifest, reason }])),
  };
}

function placedKey(manifest: Manifest, { namespace }: SelectionOptions): string {
  return keyOf({ ...manifest, namespace: manifest.namespace ?? namespace });
}

function isSet({ kind, apiVersion }: Manifest): boolean {
  return kind === 'StatefulSet' && groupOf(apiVersion) === 'apps';
}

/** Why no code can or should be written for an object; undefined where it can and should. */
function unfit(
  manifest: Manifest,
  sets: readonly Manifest[],
  { version }: SelectionOptions,
): string | undefined {
  const { kind, name, apiVersion } = manifest;
  if (name === undefined) {
    return 'it has no name';
  }
  if (kind === 'Secret') {
    return 'code is no place for secrets, so it is referred to by its name';
  }
  if (!isServed(apiVersion, kind, version) && !isSet(manifest)) {
    return `Kubernetes ${version} serves no ${kind} in ${apiVersion}`;
  }
  const owners = objectsOf(fieldOf(manifest.content, 'metadata'), 'ownerReferences');
  if (isLive(manifest) && owners.some((owner) => flagOf(owner, 'controller') === true)) {
    return 'a controller makes it';
  }
  return kind === 'PersistentVolumeClaim' &&
    isLive(manifest) &&
    sets.some((set) => isClaimOfSet(manifest, set))
    ? 'its set makes it'
    : undefined;
}

function isClaimOfSet({ name = '', namespace }: Manifest, set: Manifest): boolean {
  return (
    set.namespace === namespace &&
    objectsOf(fieldOf(set.content, 'spec'), 'volumeClaimTemplates').some((template) => {
      const prefix = `${textOf(fieldOf(template, 'metadata'), 'name') ?? ''}-${set.name ?? ''}-`;
      return name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length));
    })
  );
}

/** Whether an object is the set, selects its pods, scales it, or is named in its pods. */
function belongsTo(object: Manifest, set: Manifest): boolean {
  if (object === set) {
    return true;
  }
  if (object.namespace !== set.namespace || isSet(object)) {
    return false;
  }
  const spec = fieldOf(object.content, 'spec');
  switch (object.kind) {
    case 'Service':
      return (
        object.name === textOf(fieldOf(set.content, 'spec'), 'serviceName') ||
        selectsPodsOf(textMapOf(spec, 'selector'), set)
      );
    case 'PodDisruptionBudget':
      return selectsPodsOf(textMapOf(fieldOf(spec, 'selector'), 'matchLabels'), set);
    case 'NetworkPolicy':
      return selectsPodsOf(textMapOf(fieldOf(spec, 'podSelector'), 'matchLabels'), set);
    case 'HorizontalPodAutoscaler': {
      const target = fieldOf(spec, 'scaleTargetRef');
      return textOf(target, 'kind') === 'StatefulSet' && textOf(target, 'name') === set.name;
    }
    default:
      return namesIn(valueAt(set.content, ['spec', 'template', 'spec'])).has(object.name ?? '');
  }
}

function selectsPodsOf(selector: Readonly<Record<string, string>> | undefined, set: Manifest): boolean {
  const labels = textMapOf(valueAt(set.content, ['spec', 'template', 'metadata']), 'labels') ?? {};
  return (
    selector !== undefined &&
    Object.entries(selector).every(
      ([key, value]) => labels[key] === value || key === 'statefulset.kubernetes.io/pod-name',
    )
  );
}

const REFERENCES: ReadonlySet<string> = new Set(['name', 'claimName', 'secretName', 'serviceAccountName']);

/** The names by which a pod refers to other objects. */
function namesIn(value: JsonValue | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: JsonValue): void => {
    if (isList(part)) {
      part.forEach(visit);
    } else if (isObject(part)) {
      for (const [field, inner] of Object.entries(part)) {
        if (REFERENCES.has(field) && typeof inner === 'string') {
          names.add(inner);
        }
        visit(inner);
      }
    }
  };
  if (value !== undefined) {
    visit(value);
  }
  return names;
}
