// The OpenAPI definitions of each version: from a folder where it has them, else as the Go module of Kubernetes has them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloaded, kubernetes } from '../control-plane/modules.mjs';

const SUMS = new URL('../control-plane/sums/', import.meta.url);

/** The version of each minor whose modules are pinned: `28` is of `1.28.15`. */
export const PINNED = new Map(
  readdirSync(SUMS).flatMap((name) => {
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

function fileOf(minor, folder) {
  const file = folder && join(folder, `kubernetes-1.${minor}.0-definitions.json`);
  return file && existsSync(file)
    ? file
    : join(downloaded(kubernetes(PINNED.get(minor))).Dir, 'api', 'openapi-spec', 'swagger.json');
}
