import { SizeRoundingBehavior, type Size } from 'cdk8s';

const EXACT = { rounding: SizeRoundingBehavior.NONE };

/** A size as a Kubernetes quantity, in the largest of Gi, Mi and Ki that it is a whole number of. */
export function quantityOf(size: Size): string {
  const gibibytes = size.toGibibytes(EXACT);
  if (Number.isInteger(gibibytes)) {
    return `${gibibytes}Gi`;
  }
  const mebibytes = size.toMebibytes(EXACT);
  return Number.isInteger(mebibytes) ? `${mebibytes}Mi` : `${Math.ceil(size.toKibibytes(EXACT))}Ki`;
}
