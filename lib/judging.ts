import type * as JudgingHalf from './judging-half';

/** The judging half, loaded when it is first asked for: an app that only writes manifests does not wait for it. */
export function judging(): typeof JudgingHalf {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
  return require('./judging-half') as typeof JudgingHalf;
}
