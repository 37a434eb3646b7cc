import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { objectsAt } from '../../manifests/field-value';
import { POD_SPEC } from '../../manifests/stateful-set';
import { valueAt } from '../../manifests/field-path';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const containersMissing: Rule = {
  code: 'CONTAINERS_MISSING',
  severity: Severity.ERROR,
  title: REFUSALS.CONTAINERS_MISSING.rule,
  why: 'a pod without containers has nothing to run',
  fix: 'write spec.template.spec.containers',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    if (valueAt(content, ['spec']) === undefined) {
      return NOT_APPLICABLE;
    }
    const containers = objectsAt(content, [...POD_SPEC, 'containers']);
    return faultAt(
      [...POD_SPEC, 'containers'],
      containers.length === 0 ? 'must have a container' : undefined,
    );
  },
};
