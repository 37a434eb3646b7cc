import { type Pace } from '../plan-model';

/** How fast pods are replaced, in words. */
export function paceText({ atOnce, minReadySeconds }: Pace): string {
  const since = minReadySeconds > 0 ? `has been ready for ${minReadySeconds} seconds` : 'is ready';
  return atOnce <= 1 ? `one by one, each when the one before ${since}` : `up to ${atOnce} at a time`;
}
