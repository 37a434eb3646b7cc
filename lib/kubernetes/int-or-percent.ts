import { countProblem } from './counts';

/** What Kubernetes writes as "number or percent": `1`, or `"25%"`. */
export type IntOrPercent = number | string;

/** What is wrong with a number or percent, in the form "must ...", or undefined where nothing is. */
export function intOrPercentProblem(value: IntOrPercent): string | undefined {
  if (typeof value === 'number') {
    return countProblem(value);
  }
  if (!/^[0-9]+%$/.test(value)) {
    return "must be a whole number, or a percentage such as '25%'";
  }
  return parseInt(value, 10) > 100 ? 'must not be greater than 100%' : undefined;
}

/** As {@link intOrPercentProblem}, for what must not be zero either. */
export function leastOneProblem(value: IntOrPercent): string | undefined {
  return (
    intOrPercentProblem(value) ?? (value === 0 || /^0+%$/.test(String(value)) ? 'must not be 0' : undefined)
  );
}

/** How many of `total` a number or percent means, percentages rounded up as for a disruption budget. */
export function scaledUp(value: IntOrPercent, total: number): number {
  return typeof value === 'number' ? value : Math.ceil((parseInt(value, 10) * total) / 100);
}
