import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { unmetRequirements } from '../../kubernetes/label-selector';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceSelectsOtherPods: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SERVICE_SELECTS_OTHER_PODS',
  severity: Severity.ERROR,
  title: 'the governing Service selects the pods of its set',
  why: 'a pod gets a DNS name only if the Service selects it',
  fix: "make the Service's selector match the labels of the set's template",
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, facts) => {
    const service = facts.governingServiceOf(set);
    // Without a selector, somebody else keeps the Service's endpoints.
    if (service?.selectsPods !== true) {
      return NOT_APPLICABLE;
    }
    const unmet = unmetRequirements({ matchLabels: service.selector }, set.podLabels);
    return unmet.length === 0
      ? []
      : [
          {
            path: SET_PATHS.serviceName,
            problem: `names a Service that selects other pods: the template lacks ${unmet.join(', ')}`,
            value: set.serviceName,
          },
        ];
  },
};
