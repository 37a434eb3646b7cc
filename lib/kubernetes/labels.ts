/** Labels that Kubernetes itself puts on the pods of a set, and the recommended ones. */

/** The pod's name. The selector of a Service of one pod. */
export const POD_NAME_LABEL = 'statefulset.kubernetes.io/pod-name';

/** The pod's ordinal, since Kubernetes 1.28. */
export const POD_INDEX_LABEL = 'apps.kubernetes.io/pod-index';

/** The name of the ControllerRevision that the pod was made from. */
export const REVISION_LABEL = 'controller-revision-hash';

/** The application's name. */
export const APP_NAME_LABEL = 'app.kubernetes.io/name';

/** What tells this instance of the application from others. */
export const APP_INSTANCE_LABEL = 'app.kubernetes.io/instance';
