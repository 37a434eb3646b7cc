import { nanoOf, quantityProblem } from './quantity';

/** Only one pod of the cluster mounts the volume. */
const ALONE = 'ReadWriteOncePod';
const ACCESS_MODES: readonly unknown[] = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', ALONE];

/** What is wrong with one access mode, in the form "must ...", or undefined where nothing is. */
export function accessModeProblem(mode: unknown): string | undefined {
  return ACCESS_MODES.includes(mode) ? undefined : `must be one of ${ACCESS_MODES.join(', ')}`;
}

/** What is wrong with the access modes of a claim together. */
export function accessModesProblem(modes: readonly unknown[]): string | undefined {
  if (modes.length === 0) {
    return 'must have an access mode';
  }
  const others = modes.filter((mode) => mode !== ALONE && accessModeProblem(mode) === undefined);
  return modes.includes(ALONE) && others.length > 0 ? `must not have others beside ${ALONE}` : undefined;
}

/** What is wrong with the storage that a claim asks for; whether it is a quantity is another question. */
export function claimSizeProblem(size: unknown): string | undefined {
  const nano = nanoOf(size);
  return nano !== undefined && nano <= 0n ? 'must be greater than zero' : undefined;
}

/** As {@link claimSizeProblem}, for what may not be a quantity at all. */
export function claimQuantityProblem(size: string): string | undefined {
  return quantityProblem(size) ?? claimSizeProblem(size);
}
