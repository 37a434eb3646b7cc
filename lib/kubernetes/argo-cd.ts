/** What Argo CD reads from objects of a cluster. */

/** Labels whose value Argo CD takes for the name of the Application of an object, where it tracks by label. */
export const ARGO_CD_TRACKING_LABELS: readonly string[] = [
  'app.kubernetes.io/instance',
  'argocd.argoproj.io/instance',
];

/** The annotation by which it tells the Application of an object, where it tracks by annotation. */
export const ARGO_CD_TRACKING_ANNOTATION = 'argocd.argoproj.io/tracking-id';

/** What labels and annotations begin with that only Argo CD reads. */
export const ARGO_CD_PREFIX = 'argocd.argoproj.io/';

/** Options for the sync of one object, separated by commas. */
export const ARGO_CD_SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

/** The kinds of object that tell Argo CD what to apply. */
export const ARGO_CD_APPLICATION_KINDS: readonly string[] = ['Application', 'ApplicationSet'];

/** Whether sync options keep an object both from being pruned and from going with its Application. */
export function isKeptByArgoCd(syncOptions: string): boolean {
  const options = syncOptions.split(',').map((option) => option.trim());
  return ['Prune', 'Delete'].every((action) =>
    [`${action}=false`, `${action}=confirm`].some((option) => options.includes(option)),
  );
}
