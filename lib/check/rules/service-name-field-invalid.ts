import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsLabelProblem } from '../../kubernetes/name-rules';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceNameFieldInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SERVICE_NAME_FIELD_INVALID',
  severity: Severity.ERROR,
  title: 'serviceName is a DNS label',
  why: 'serviceName is the subdomain of each pod',
  fix: 'write the name of the headless Service of the set',
  refusedSince: KubernetesVersion.V1_33,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ serviceName }) =>
    serviceName === undefined
      ? NOT_APPLICABLE
      : faultAt(SET_PATHS.serviceName, dnsLabelProblem(serviceName), serviceName),
};
