import type * as Adopting from '../adopt';

/** What writes code, loaded at its first use: no other app waits for it. */
export function adopting(): typeof Adopting {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
  return require('../adopt') as typeof Adopting;
}
