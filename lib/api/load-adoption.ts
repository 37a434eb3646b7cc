import type * as Adopting from '../cli/adoption';

/**
 * What writes code, loaded at its first use: no other app waits for it. It is bundled: scripts/bundle.mjs makes
 * `build/bundle/adoption.js` of `lib/cli/adoption.ts`, which is what tests load instead.
 */
export function adopting(): typeof Adopting {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
  return require('../../bundle/adoption') as typeof Adopting;
}
