import { withoutAbsentValues } from '../../manifests/defaults/absent-values';
import { defaulted } from '../../manifests/defaults/defaulted';
import { groupOf } from '../../kubernetes/api-group';
import { fieldOf, isObject, textOf, type JsonObject, type JsonValue } from '../../manifests/json';
import { type Manifest } from '../../manifests/manifest';
import { type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { isServed } from '../../kubernetes/served-versions';
import { askedFor, isLive, LAST_APPLIED } from '../../plan/differences/applied-before';
import { SERVER_METADATA } from '../../plan/differences/object-pair';
import { withoutDefaults } from './without-defaults';

/** An object that the generated code has to bring about. */
export interface Target {
  readonly manifest: Manifest;
  readonly kind: string;
  readonly name: string;
  /** The namespace that the object names, or that those without one are in. */
  readonly namespace?: string;
  /** What was asked for, without what only a cluster writes. */
  readonly wanted: JsonObject;
  /** The same without what equals a default. */
  readonly short: JsonObject;
  /** The same as the API server stores it. */
  readonly stored: JsonObject;
}

/** Group, kind, namespace and name in one text. */
export function keyOf({
  apiVersion,
  kind,
  namespace,
  name,
}: Pick<Manifest, 'apiVersion' | 'kind' | 'namespace' | 'name'>): string {
  return [namespace ?? '', kind, name ?? '', groupOf(apiVersion)].join('\u0000');
}

/** What an object of the input asks for. An object of a cluster loses what the cluster filled in. */
export function targetOf(manifest: Manifest, version: KubernetesVersion, namespace?: string): Target {
  const asked = withServedVersion(withoutAbsentValues(withoutServerFields(manifest)), version);
  const wanted = withNamespace(asked, namespace);
  return {
    manifest,
    kind: manifest.kind,
    name: manifest.name ?? '',
    namespace: manifest.namespace ?? namespace,
    wanted,
    short: withoutDefaults(wanted, version),
    stored: defaulted(wanted, version),
  };
}

/** A set of a version that servers have stopped to serve is stored as one of `apps/v1`. */
function withServedVersion(object: JsonObject, version: KubernetesVersion): JsonObject {
  const [apiVersion, kind] = ['apiVersion', 'kind'].map((field) => textOf(object, field) ?? '');
  return kind === 'StatefulSet' && groupOf(apiVersion) === 'apps' && !isServed(apiVersion, kind, version)
    ? { ...object, apiVersion: 'apps/v1' }
    : object;
}

function withNamespace(object: JsonObject, namespace: string | undefined): JsonObject {
  const metadata = fieldOf(object, 'metadata');
  return namespace === undefined || fieldOf(metadata, 'namespace') !== undefined
    ? object
    : { ...object, metadata: { ...(isObject(metadata) ? metadata : {}), namespace } };
}

const IDENTITY: ReadonlySet<string> = new Set(['name', 'namespace']);

function withoutServerFields(manifest: Manifest): JsonObject {
  const object = isLive(manifest) ? askedFor(manifest) : manifest.content;
  return omitted(object, (field, value) => {
    if (field === 'metadata' && isObject(value)) {
      return omitted(value, (key, entry) => {
        if (SERVER_METADATA.has(key) && !IDENTITY.has(key)) {
          return undefined;
        }
        return key === 'annotations' && isObject(entry)
          ? omitted(entry, (name, text) => (name === LAST_APPLIED ? undefined : text))
          : entry;
      });
    }
    return field === 'status' ? undefined : value;
  });
}

function omitted(
  object: JsonObject,
  change: (field: string, value: JsonValue) => JsonValue | undefined,
): JsonObject {
  const entries = Object.entries(object).flatMap(([field, value]) => {
    const changed = change(field, value);
    return changed === undefined ? [] : [[field, changed] as const];
  });
  return Object.fromEntries(entries);
}
