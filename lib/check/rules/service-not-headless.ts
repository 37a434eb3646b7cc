import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { textOf, fieldOf } from '../../manifests/json';
import { serviceNameOf } from '../../manifests/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceNotHeadless: Rule = {
  code: 'SERVICE_NOT_HEADLESS',
  severity: Severity.WARNING,
  title: REFUSALS.SERVICE_NOT_HEADLESS.rule,
  why: 'cluster DNS gives each pod a name only under a headless Service: the pods run, but peers cannot find each other',
  fix: REFUSALS.SERVICE_NOT_HEADLESS.fix,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const serviceName = serviceNameOf(set);
    const service = serviceName && facts.find(JudgedKind.SERVICE, set.namespace, serviceName.value);
    if (serviceName === undefined || service === undefined) {
      return NOT_APPLICABLE;
    }
    return textOf(fieldOf(service.content, 'spec'), 'clusterIP') === 'None'
      ? []
      : [
          {
            path: serviceName.path,
            problem: 'names a Service that is not headless',
            value: serviceName.value,
          },
        ];
  },
};
