// The OpenAPI definitions of each version: from a folder where it has them, else as the Go module of Kubernetes has them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloaded, kubernetes } from '../control-plane/modules.mjs';

const SUMS = new URL('../control-plane/sums/', import.meta.url);

/** The version of each minor whose modules are pinned, the newest patch of several: `28` is of `1.28.15`. */
export const PINNED = new Map(
  readdirSync(SUMS)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap((name) => {
      const version = /^kubernetes-(1\.(\d+)\.\d+)\.sum$/.exec(name);
      return version === null ? [] : [[Number(version[2]), version[1]]];
    }),
);

/** Minor versions in ascending order, each with the definitions of its API server. */
export function definitionsIn(folder) {
  return [...PINNED.keys()]
    .sort((a, b) => a - b)
    .map((minor) => ({
      minor,
      definitions: JSON.parse(readFileSync(fileOf(minor, folder), 'utf8')).definitions,
    }));
}

/** The kinds, each with its group, whose objects are in a namespace in some version: they are created there. */
export function namespacedKinds() {
  const kinds = [...PINNED.keys()].flatMap((minor) => {
    const { paths } = JSON.parse(readFileSync(moduleFileOf(minor), 'utf8'));
    return Object.entries(paths)
      .filter(([path, { post }]) => /\/namespaces\/\{namespace\}\/[a-z]+$/.test(path) && post !== undefined)
      .map(([, { post }]) => post['x-kubernetes-group-version-kind'])
      .map(({ group, kind }) => `${group}/${kind}`);
  });
  return [...new Set(kinds)].sort();
}

function fileOf(minor, folder) {
  const file = folder && join(folder, `kubernetes-1.${minor}.0-definitions.json`);
  return file && existsSync(file) ? file : moduleFileOf(minor);
}

function moduleFileOf(minor) {
  return join(downloaded(kubernetes(PINNED.get(minor))).Dir, 'api', 'openapi-spec', 'swagger.json');
}
