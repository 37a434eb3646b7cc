import { JudgedKind } from '../../manifests/facts';
import { fieldOf, textOf } from '../../manifests/json';
import { serviceTypeOf } from '../../manifests/service';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsSubdomainProblem } from '../../kubernetes/name-rules';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const externalNameInvalid: Rule = {
  code: 'EXTERNAL_NAME_INVALID',
  severity: Severity.ERROR,
  title: 'a Service of the type ExternalName names a DNS domain',
  why: 'a Service of this type is only an alias of that domain',
  fix: 'write externalName, such as db.example.com',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.SERVICE],
  check: (service) => {
    if (serviceTypeOf(service) !== 'ExternalName') {
      return NOT_APPLICABLE;
    }
    const name = (textOf(fieldOf(service.content, 'spec'), 'externalName') ?? '').replace(/\.$/, '');
    return name === ''
      ? [{ path: ['spec', 'externalName'], problem: 'must be given' }]
      : faultAt(['spec', 'externalName'], dnsSubdomainProblem(name), name);
  },
};
