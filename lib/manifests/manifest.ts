import { type FieldPath } from './field-path';
import { fieldOf, type JsonObject, textOf } from './json';

/** One Kubernetes object as it was written, and where. */
export interface Manifest {
  readonly content: JsonObject;
  readonly apiVersion: string;
  readonly kind: string;
  /** `metadata.name`; undefined where it is absent, or is no text. */
  readonly name?: string;
  /** `metadata.namespace`; undefined where the object takes the namespace that it is applied to. */
  readonly namespace?: string;
  readonly source: Source;
  /** Keys that the text has twice in one mapping; the last one counts. */
  readonly duplicateKeys: readonly FieldPath[];
  /** The line (from 1) of a field, or of its nearest parent that is written. */
  readonly lineOf: (path: FieldPath) => number;
}

/** The file of an object, and the line (from 1) at which it begins. */
export interface Source {
  readonly file: string;
  readonly line: number;
}

/** A manifest of an object that no file holds, such as one that a program has made. */
export function manifestOf(content: JsonObject, source: Source = { file: '', line: 1 }): Manifest {
  return { ...identityOf(content), content, source, duplicateKeys: [], lineOf: () => source.line };
}

/** The manifest as it is applied to a namespace: the one that it names, else the given one. */
export function inNamespace(manifest: Manifest, namespace: string | undefined): Manifest {
  return manifest.namespace === undefined && namespace !== undefined ? { ...manifest, namespace } : manifest;
}

/** What names an object. Absent apiVersion and kind are empty text. */
export function identityOf(
  content: JsonObject,
): Pick<Manifest, 'apiVersion' | 'kind' | 'name' | 'namespace'> {
  const metadata = fieldOf(content, 'metadata');
  return {
    apiVersion: textOf(content, 'apiVersion') ?? '',
    kind: textOf(content, 'kind') ?? '',
    name: textOf(metadata, 'name'),
    namespace: textOf(metadata, 'namespace'),
  };
}

/** The object in words: `StatefulSet prod/web`. */
export function objectText({ kind, name, namespace }: Pick<Manifest, 'kind' | 'name' | 'namespace'>): string {
  const label = name ?? '(no name)';
  return `${kind} ${namespace === undefined ? label : `${namespace}/${label}`}`;
}

/** Order of objects: namespace, kind, name. */
export function compareManifests(a: Manifest, b: Manifest): number {
  const [keyA, keyB] = [a, b].map(({ namespace = '', kind, name = '' }) => [namespace, kind, name]) as [
    string[],
    string[],
  ];
  const index = keyA.findIndex((part, at) => part !== keyB[at]);
  return index < 0 ? 0 : keyA[index] < keyB[index] ? -1 : 1;
}
