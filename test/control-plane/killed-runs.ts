import { type Deletion, type ScriptRun } from './script-run';

/** What ends a run that was killed. */
const KILLED = 137;

/** Runs that were killed on the way, and the last one, which came to its end. */
export interface KilledRuns {
  /** How many were killed. */
  readonly kills: number;
  readonly last: ScriptRun;
  /** The pods that all of them deleted, in their order. */
  readonly deletions: readonly Deletion[];
}

/**
 * Kills the first run after one change of the cluster, the second after two of its own, and so on, until one ends.
 *
 * @param look is called after each of them
 */
export async function killedRuns(
  run: (killAfter: number) => Promise<ScriptRun>,
  look: () => Promise<void> = () => Promise.resolve(),
): Promise<KilledRuns> {
  const deletions: Deletion[] = [];
  for (let kills = 0; ; kills += 1) {
    const last = await run(kills + 1);
    deletions.push(...last.deletions);
    await look();
    if (last.code !== KILLED) {
      return { kills, last, deletions };
    }
  }
}
