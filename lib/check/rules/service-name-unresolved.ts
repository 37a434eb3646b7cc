import { servicesSelecting } from '../../manifests/coverage';
import { JudgedKind } from '../../manifests/facts';
import { type Manifest } from '../../manifests/manifest';
import { onceFor } from '../../manifests/once-for';
import { isHeadless } from '../../manifests/service';
import { serviceNameOf } from '../../manifests/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceNameUnresolved: Rule = {
  code: 'SERVICE_NAME_UNRESOLVED',
  severity: Severity.WARNING,
  title: 'serviceName is the name of the headless Service that selects the pods',
  why: 'pods get DNS names only under the Service that serviceName names',
  fix: 'correct serviceName or the name of the Service, unless the cluster already has a Service of that name',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const serviceName = serviceNameOf(set);
    const candidate = headlessAmong(servicesSelecting(set, facts));
    // Without such a Service in the input, the one that is named may exist.
    if (serviceName === undefined || candidate === undefined) {
      return NOT_APPLICABLE;
    }
    const isThere = facts.find(JudgedKind.SERVICE, set.namespace, serviceName.value) !== undefined;
    return isThere
      ? []
      : [
          {
            ...serviceName,
            problem: `names no Service of the input, but ${candidate.name ?? ''} is headless and selects the pods`,
          },
        ];
  },
};

const headlessAmong = onceFor((services: readonly Manifest[]) => services.find(isHeadless));
