/** Labels that Kubernetes itself puts on the pods of a set, and the recommended ones. */

/** The pod's name. The selector of a Service of one pod. */
export const POD_NAME_LABEL = 'statefulset.kubernetes.io/pod-name';

/** The pod's ordinal, since Kubernetes 1.28. */
export const POD_INDEX_LABEL = 'apps.kubernetes.io/pod-index';

/** The name of the ControllerRevision that the pod was made from. */
export const REVISION_LABEL = 'controller-revision-hash';

/** The application's name. */
export const APP_NAME_LABEL = 'app.kubernetes.io/name';

/** The part that a workload plays in its application. */
export const APP_COMPONENT_LABEL = 'app.kubernetes.io/component';

/**
 * The selector of a set that is given none. The second label keeps out pods of another workload whose application has
 * the name of the set. It is not `app.kubernetes.io/instance`: the controller copies the selector to the claims, and
 * Argo CD may take what has that label for a resource of an Application, to be pruned.
 */
export function usualSelectorOf(setName: string): Record<string, string> {
  return { [APP_COMPONENT_LABEL]: setName, [APP_NAME_LABEL]: setName };
}
