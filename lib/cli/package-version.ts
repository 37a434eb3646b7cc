import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version, where scripts/bundle.mjs has written it: apps that are bundled have no package.json beside them. */
declare const BUNDLED_VERSION: string | undefined;

/** The version of this package; of code that is not bundled that of the nearest package.json above this file. */
export function packageVersion(): string {
  if (typeof BUNDLED_VERSION === 'string') {
    return BUNDLED_VERSION;
  }
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    folder = dirname(folder);
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
