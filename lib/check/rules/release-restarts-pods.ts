import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion, releaseText } from '../../kubernetes/kubernetes-version';
import { hasRegression, REVISIONS_MADE_ANEW } from '../../kubernetes/releases';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const releaseRestartsPods: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'RELEASE_RESTARTS_PODS',
  severity: Severity.WARNING,
  title: 'the controller knows the templates of sets that earlier ones have stored',
  why: `the controllers of Kubernetes 1.34.0 and 1.34.1 take every stored template for another one, so all pods of the set restart when a cluster comes to them (kubernetes/kubernetes#${REVISIONS_MADE_ANEW.issue})`,
  fix: 'go to 1.34.2 or later at once; where the cluster comes to this one, give sets whose pods must not restart the strategy OnDelete first',
  since: REVISIONS_MADE_ANEW.version,
  until: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { release }) => {
    if (!hasRegression(release, REVISIONS_MADE_ANEW)) {
      return NOT_APPLICABLE;
    }
    const restarts = set.updateStrategy !== 'OnDelete' && set.replicas > (set.partition ?? 0);
    return restarts
      ? [
          {
            path: ['spec', 'template'],
            problem: `is taken for a new one by the controller of ${releaseText(release)}, so that pods restart when the cluster comes to it`,
          },
        ]
      : [];
  },
};
