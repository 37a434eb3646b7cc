import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

/** The folder of the repository. */
export const REPOSITORY = join(__dirname, '../..');

/** The content of a YAML file of the repository, by its path. */
export function readYaml(path: string): unknown {
  return load(readFileSync(join(REPOSITORY, path), 'utf8'));
}
