import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const portsMissing: Rule<JudgedKind.SERVICE> = {
  code: 'PORTS_MISSING',
  severity: Severity.ERROR,
  title: REFUSALS.PORTS_MISSING.rule,
  why: 'a Service that has an address but no ports forwards no traffic',
  fix: "write spec.ports, or set clusterIP to 'None' if the Service only gives the pods DNS names",
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.SERVICE],
  check: (service) =>
    service.isHeadless || service.type === 'ExternalName'
      ? NOT_APPLICABLE
      : faultAt(['spec', 'ports'], service.ports.length === 0 ? 'must have a port' : undefined),
};
