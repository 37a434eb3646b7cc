import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputBudget } from './input-budget';
import { fieldOf, isObject, type JsonValue, textOf } from '../json';
import { type Manifest } from '../manifest';
import { CONSTRUCT_METADATA_FILE } from './read-paths';
import { readFileText } from './read-text';

/**
 * The paths of constructs by the names of their objects, from what cdk8s wrote beside the manifests or in a folder
 * that was read. cdk8s keeps one path for each name, whatever the kind.
 */
export function readConstructPaths(
  manifests: readonly Manifest[],
  metadataFiles: readonly string[],
): ReadonlyMap<string, string> {
  const folders = new Set(manifests.map(({ source }) => dirname(source.file)));
  const beside = [...folders].map((folder) => join(folder, CONSTRUCT_METADATA_FILE)).filter(existsSync);
  return new Map([...new Set([...metadataFiles, ...beside])].flatMap((file) => [...pathsIn(file)]));
}

/** Metadata is a help, not input: what cannot be read of it is left out. */
function pathsIn(file: string): ReadonlyMap<string, string> {
  const text = readFileText(file, new InputBudget());
  if (typeof text !== 'string') {
    return new Map();
  }
  try {
    const resources = fieldOf(JSON.parse(text) as JsonValue, 'resources');
    return new Map(
      Object.entries(isObject(resources) ? resources : {}).flatMap(([name, resource]) => {
        const constructPath = textOf(resource, 'path');
        return constructPath === undefined ? [] : [[name, constructPath]];
      }),
    );
  } catch {
    return new Map();
  }
}
