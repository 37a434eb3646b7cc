import { JudgedKind } from '../../manifests/judged-kind';
import { missedPods } from '../missed-pods';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceSelectsNothing: Rule<JudgedKind.SERVICE> = {
  code: 'SERVICE_SELECTS_NOTHING',
  severity: Severity.WARNING,
  title: 'a Service selects pods',
  why: 'a Service without pods has no endpoints: clients are refused or wait',
  fix: 'make the selector match the labels of the pods, or check the Service together with what makes them',
  kinds: [JudgedKind.SERVICE],
  check: (service, facts) => {
    const { namespace, name, selector, selectsPods, type } = service;
    // That of a governing Service is an error of its set.
    const isGoverning = facts.governingServices.isNamed(namespace, name);
    return selectsPods && type !== 'ExternalName' && !isGoverning
      ? missedPods(facts, namespace, { matchLabels: selector }, ['spec', 'selector'])
      : NOT_APPLICABLE;
  },
};
