/** Annotations that Kubernetes and kubectl read from a set. */

/** Why the template changed. A ControllerRevision copies it from the set when it is made. */
export const CHANGE_CAUSE_ANNOTATION = 'kubernetes.io/change-cause';
