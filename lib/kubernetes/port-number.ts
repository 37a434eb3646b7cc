/** What is wrong with the number of a port, in the form "must ...", or undefined where nothing is. */
export function portNumberProblem(port: number): string | undefined {
  return Number.isInteger(port) && port >= 1 && port <= 65535
    ? undefined
    : 'must be a whole number from 1 to 65535';
}
