/** The milliseconds of a time as Kubernetes writes it (`2026-11-25T18:32:17Z`); undefined where it is none. */
export function millisecondsOf(time: string | undefined): number | undefined {
  const found = time === undefined ? NaN : Date.parse(time);
  return Number.isNaN(found) ? undefined : found;
}
