/** A version of an API that API servers served once. */
export interface RemovedApiVersion {
  /** The release that no longer serves it. */
  readonly removedIn: string;
  /** What else has to change, so that an object of the current version means the same. */
  readonly moving?: string;
}

/** Versions of the judged kinds that Kubernetes has removed, all before the oldest that is judged for. */
export const REMOVED_API_VERSIONS: Readonly<Record<string, RemovedApiVersion>> = {
  'apps/v1beta1 StatefulSet': {
    removedIn: '1.16',
    moving:
      'give spec.selector, and updateStrategy type OnDelete where pods shall not be replaced on a change',
  },
  'apps/v1beta2 StatefulSet': { removedIn: '1.16' },
  'policy/v1beta1 PodDisruptionBudget': {
    removedIn: '1.25',
    moving: 'an empty spec.selector covers all pods of the namespace there',
  },
  'autoscaling/v2beta1 HorizontalPodAutoscaler': {
    removedIn: '1.25',
    moving: 'give each metric a target instead of targetAverageUtilization and the like',
  },
  'autoscaling/v2beta2 HorizontalPodAutoscaler': { removedIn: '1.26' },
};
