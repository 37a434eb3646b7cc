import { type IntOrPercent, leastOneProblem, scaledUp } from './int-or-percent';

/** How many pods of a set get a new template first: the highest ones. A number, or a percentage that is rounded up. */
export type CanaryShare = IntOrPercent;

/** A share as people write it, `1` or `50%`; undefined where the text is none. */
export function canaryShareIn(text: string): CanaryShare | undefined {
  if (!/^[1-9]\d{0,5}%?$/.test(text)) {
    return undefined;
  }
  return text.endsWith('%') ? text : Number(text);
}

/** What is wrong with a share of so many pods, in the form "must ...", or undefined where nothing is. */
export function canaryProblem(share: CanaryShare, replicas: number): string | undefined {
  const isTooMany = typeof share === 'number' && share > replicas;
  return (
    leastOneProblem(share) ??
    (isTooMany ? `must not be more than the ${replicas} pods of the set` : undefined)
  );
}

/** The partition of a set that gives so many of its pods a new template: how many of the lowest ones keep theirs. */
export function canaryPartition(share: CanaryShare, replicas: number): number {
  return Math.max(0, replicas - scaledUp(share, replicas));
}
