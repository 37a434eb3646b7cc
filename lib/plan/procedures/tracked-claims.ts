import { ARGO_CD_TRACKING_LABELS } from '../../kubernetes/argo-cd';
import { type SetView } from '../../manifests/views/set-view';
import { call, type ShellCall } from './shell-call';
import { manualStep, type Step } from './step';

const TITLE = 'Pause the automated syncs of Argo CD, where it tracks by label';

/**
 * For people: claims that may be those of an Application, and are in no repository, are deleted by a sync that prunes
 * while their set is gone.
 */
export function trackedClaimSteps(before: SetView): readonly Step[] {
  const label = trackingLabelOf(before);
  return label === undefined
    ? []
    : [
        manualStep(
          TITLE,
          `The claims have the label ${label}: a sync that prunes while the set is gone deletes them. Where Argo CD tracks by annotation, its default since version 3, or is not used, there is nothing to pause.`,
        ),
      ];
}

/** The same for a script, which cannot know how Argo CD tracks, and says it before it changes anything. */
export function trackedClaimCalls(before: SetView): readonly ShellCall[] {
  return trackedClaimSteps(before).map(({ title, why }) => call('say', `${title}. ${why}`));
}

/** The controller gives claims the labels of the selector and of their template. */
function trackingLabelOf({ claimTemplates, selector }: SetView): string | undefined {
  const labels = claimTemplates.flatMap((template) => [
    ...Object.keys(selector?.matchLabels ?? {}),
    ...Object.keys(template.textsOf('labels')),
  ]);
  return ARGO_CD_TRACKING_LABELS.find((label) => labels.includes(label));
}
