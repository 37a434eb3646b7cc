import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsSubdomainProblem } from '../../kubernetes/name-rules';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

const EXTERNAL_NAME = ['spec', 'externalName'];

export const externalNameInvalid: Rule<JudgedKind.SERVICE> = {
  code: 'EXTERNAL_NAME_INVALID',
  severity: Severity.ERROR,
  title: 'a Service of the type ExternalName names a DNS domain',
  why: 'a Service of this type is only an alias of that domain',
  fix: 'write externalName, such as db.example.com',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.SERVICE],
  check: (service) => {
    if (service.type !== 'ExternalName') {
      return NOT_APPLICABLE;
    }
    const name = (service.writtenText(EXTERNAL_NAME)?.value ?? '').replace(/\.$/, '');
    return name === ''
      ? [{ path: EXTERNAL_NAME, problem: 'must be given' }]
      : faultAt(EXTERNAL_NAME, dnsSubdomainProblem(name), name);
  },
};
