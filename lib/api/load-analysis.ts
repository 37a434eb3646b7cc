import type * as Analysis from './analysis';

/** The analysis, loaded at its first use: an app that only writes manifests does not wait for it. */
export function analysis(): typeof Analysis {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
  return require('./analysis') as typeof Analysis;
}
