import {
  ARGO_CD_PREFIX,
  ARGO_CD_SYNC_OPTIONS,
  ARGO_CD_TRACKING_LABELS,
  isKeptByArgoCd,
} from '../../kubernetes/argo-cd';
import { JudgedKind } from '../../manifests/judged-kind';
import { type ClaimView } from '../../manifests/views/claim-view';
import { SET_PATHS, type SetView } from '../../manifests/views/set-view';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const claimTrackingLabel: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'CLAIM_TRACKING_LABEL',
  severity: Severity.WARNING,
  title: 'claims do not have the label by which Argo CD may track what belongs to an Application',
  why: 'where Argo CD tracks by label, it takes such claims for resources of the Application that are not in git: it deletes them with the Application, and a sync that prunes deletes them once the set is gone or renamed, whatever the retention policy says',
  fix: 'let Argo CD track by annotation, its default since version 3, and acknowledge this; else give a new set another selector, and take the label off the claims of a running one',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, facts) => {
    const templates = set.claimTemplates.filter(
      (template) => !isKeptByArgoCd(template.textsOf('annotations')[ARGO_CD_SYNC_OPTIONS] ?? ''),
    );
    const labels = ARGO_CD_TRACKING_LABELS.filter(
      (label) => label.startsWith(ARGO_CD_PREFIX) || facts.mayArgoCdTrackByLabel,
    );
    return templates.length === 0
      ? NOT_APPLICABLE
      : labels.flatMap((label) => faultsOf(set, templates, label));
  },
};

/** The controller gives each claim the labels of its template and those of the selector, which win. */
function faultsOf(set: SetView, templates: readonly ClaimView[], label: string): readonly Fault[] {
  const selected = set.selector?.matchLabels?.[label];
  if (selected !== undefined) {
    return faultOf([...SET_PATHS.selector, 'matchLabels', label], selected);
  }
  return templates.flatMap((template) =>
    faultOf([...template.path, 'metadata', 'labels', label], template.textsOf('labels')[label] ?? ''),
  );
}

function faultOf(path: Fault['path'], application: string): readonly Fault[] {
  return application === ''
    ? []
    : [
        {
          path,
          problem: 'may make each claim a resource of the Application of this name',
          value: application,
        },
      ];
}
