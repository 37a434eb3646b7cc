/** A pod that is waited for, as far as it is told of. */
export interface WaitedPodWords {
  readonly pod: string;
  /** Why it is not ready; undefined where nobody says. */
  readonly reason?: string;
  /** Empty where nobody says. */
  readonly revision: string;
}

/** The pod with why it is not ready and its revision: `web-2 (ImagePullBackOff) of revision web-6f8d9c7b5`. */
export function waitedPodText({ pod, reason, revision }: WaitedPodWords): string {
  return `${pod}${reason === undefined ? '' : ` (${reason})`}${revision === '' ? '' : ` of revision ${revision}`}`;
}
