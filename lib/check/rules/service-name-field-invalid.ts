import { JudgedKind } from '../../manifests/facts';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsLabelProblem } from '../../kubernetes/name-rules';
import { serviceNameOf } from '../../manifests/stateful-set';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceNameFieldInvalid: Rule = {
  code: 'SERVICE_NAME_FIELD_INVALID',
  severity: Severity.ERROR,
  title: 'serviceName is a DNS label',
  why: 'serviceName is the subdomain of each pod',
  fix: 'write the name of the headless Service of the set',
  refusedSince: KubernetesVersion.V1_33,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const serviceName = serviceNameOf(set);
    return serviceName === undefined
      ? NOT_APPLICABLE
      : faultAt(serviceName.path, dnsLabelProblem(serviceName.value), serviceName.value);
  },
};
