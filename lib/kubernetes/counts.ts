/** What is wrong with a number of things, in the form "must ...", or undefined where nothing is. */
export function countProblem(value: number, least = 0): string | undefined {
  const isInt32 = Number.isInteger(value) && Math.abs(value) <= 2147483647;
  if (!isInt32) {
    return 'must be a whole number';
  }
  return value < least ? `must be greater than or equal to ${least}` : undefined;
}

/** The most pods that a cluster is made for, and so a set can have. */
const MAX_PODS_OF_A_CLUSTER = 150_000;

/** What is wrong with a number of replicas that is too large to be meant, in the form "must ...". */
export function replicasTooManyProblem(replicas: number): string | undefined {
  return replicas > MAX_PODS_OF_A_CLUSTER
    ? `must be less than or equal to ${MAX_PODS_OF_A_CLUSTER}`
    : undefined;
}
