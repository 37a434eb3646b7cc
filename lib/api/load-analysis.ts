import type * as Analysis from './analysis';

/**
 * The analysis, loaded at its first use: an app that only writes manifests does not wait for it. It is bundled:
 * scripts/bundle.mjs makes `build/bundle/analysis.js` of `analysis.ts`, which is what tests load instead.
 */
export function analysis(): typeof Analysis {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
  return require('../../bundle/analysis') as typeof Analysis;
}
