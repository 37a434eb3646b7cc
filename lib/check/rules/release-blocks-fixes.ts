import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion, releaseText } from '../../kubernetes/kubernetes-version';
import { hasRegression, MAX_UNAVAILABLE_TOO_EARLY } from '../../kubernetes/releases';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const releaseBlocksFixes: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'RELEASE_BLOCKS_FIXES',
  severity: Severity.WARNING,
  title: 'broken pods of an old template do not hold up its fix',
  why: `the controllers of Kubernetes 1.35.0 to 1.35.3 count broken pods as unavailable before they replace any: with Parallel, too, a fix is not rolled out until somebody deletes them (kubernetes/kubernetes#${MAX_UNAVAILABLE_TOO_EARLY.issue})`,
  fix: 'go to 1.35.4 or later; until then delete the broken pods after the fix is applied, as plan says it of a cluster',
  since: MAX_UNAVAILABLE_TOO_EARLY.version,
  until: KubernetesVersion.V1_35,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { release }) => {
    if (!hasRegression(release, MAX_UNAVAILABLE_TOO_EARLY)) {
      return NOT_APPLICABLE;
    }
    return set.isOrdered || set.updateStrategy === 'OnDelete'
      ? []
      : [
          {
            path: ['spec', 'podManagementPolicy'],
            problem: `does not replace broken pods of an old template with the controller of ${releaseText(release)}`,
            value: 'Parallel',
          },
        ];
  },
};
