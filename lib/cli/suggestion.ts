import { nearestName } from '../manifests/nearest-name';

/** What was probably meant, as the end of a message: `; did you mean plan?`. Empty where nothing is near. */
export function suggestion(given: string, known: readonly string[], prefix = ''): string {
  const nearest = nearestName(given, known);
  return nearest === undefined ? '' : `; did you mean ${prefix}${nearest}?`;
}
