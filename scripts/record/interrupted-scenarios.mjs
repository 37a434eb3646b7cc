// Random sets, what is done to them on the way, and a last apply, in the words of lib/plan/rollout. The number decides, so
// that a scenario is the same in every run.
import { Random } from '../fuzz/random.mjs';

const SEED = 12;
export const COUNT = 80;
/** "broken" ones never become ready. */
const REVISIONS = ['old', 'new', 'newer', 'broken', 'broken-too'];
/** So long that a slow machine is through with what the controller does before it is over. */
const MIN_READY_SECONDS = 15;

/** The scenario of a number: the set at rest, the steps up to the moment at which it is looked at, and the last apply. */
export function interruptedScenario(number) {
  const random = new Random(SEED, number);
  const before = setOf(random);
  const steps = Array.from({ length: 1 + random.below(3) }, () => ({
    ...stepOf(random, before, true),
    ...(random.chance(65) ? { changes: random.below(7) } : {}),
  }));
  return { number, before, steps, last: random.chance(15) ? {} : stepOf(random, before, false) };
}

function setOf(random) {
  const isSlow = random.chance(8);
  const replicas = 1 + random.below(isSlow ? 3 : 5);
  return {
    replicas,
    firstOrdinal: random.chance(15) ? 1 + random.below(3) : 0,
    isOrdered: random.chance(55),
    strategy: strategyOf(random, replicas),
    minReadySeconds: isSlow ? MIN_READY_SECONDS : 0,
    updateRevision: 'old',
  };
}

function strategyOf(random, replicas) {
  if (random.chance(15)) return { type: 'OnDelete' };
  return {
    type: 'RollingUpdate',
    partition: random.chance(60) ? 0 : random.below(replicas + 2),
    ...(random.chance(30) ? { maxUnavailable: random.oneOf([1, 2, 3, '50%', '100%']) } : {}),
  };
}

function stepOf(random, { replicas, firstOrdinal }, mayDelete) {
  const kind = random.below(mayDelete ? 10 : 8);
  if (kind < 5) return { updateRevision: random.oneOf(REVISIONS) };
  if (kind < 6) return { updateRevision: random.oneOf(REVISIONS), replicas: random.below(6) };
  if (kind < 7) return { replicas: random.below(6) };
  if (kind < 8) return { strategy: strategyOf(random, replicas) };
  return { deletedPod: firstOrdinal + random.below(replicas) };
}
