/**
 * What becomes of claims that their set no longer needs.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
 */
export enum ClaimRetentionPolicy {
  /** They stay, with their data. */
  RETAIN = 'Retain',
  /** They are deleted, and their volumes with them where the storage class says so: the data is lost. */
  DELETE = 'Delete',
}

/** When the claims of a set are deleted. */
export interface ClaimRetention {
  /**
   * What becomes of all claims when the set is deleted.
   *
   * @default ClaimRetentionPolicy.RETAIN
   */
  readonly whenDeleted?: ClaimRetentionPolicy;

  /**
   * What becomes of the claims of the pods that a scale-down removes.
   *
   * @default ClaimRetentionPolicy.RETAIN
   */
  readonly whenScaled?: ClaimRetentionPolicy;
}
