import { JudgedKind } from '../../manifests/facts';
import { textsAt } from '../../manifests/field-value';
import { podLabelsOf, serviceNameOf } from '../../manifests/stateful-set';
import { unmetRequirements } from '../../kubernetes/label-selector';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceSelectsOtherPods: Rule = {
  code: 'SERVICE_SELECTS_OTHER_PODS',
  severity: Severity.ERROR,
  title: 'the governing Service selects the pods of its set',
  why: 'a pod gets a DNS name only if the Service selects it',
  fix: "make the Service's selector match the labels of the set's template",
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const serviceName = serviceNameOf(set);
    const service = serviceName && facts.find(JudgedKind.SERVICE, set.namespace, serviceName.value);
    const selector = service && textsAt(service.content, ['spec', 'selector']);
    // Without a selector, somebody else keeps the Service's endpoints.
    if (serviceName === undefined || selector === undefined || Object.keys(selector).length === 0) {
      return NOT_APPLICABLE;
    }
    const unmet = unmetRequirements({ matchLabels: selector }, podLabelsOf(set));
    return unmet.length === 0
      ? []
      : [
          {
            path: serviceName.path,
            problem: `names a Service that selects other pods: the template lacks ${unmet.join(', ')}`,
            value: serviceName.value,
          },
        ];
  },
};
