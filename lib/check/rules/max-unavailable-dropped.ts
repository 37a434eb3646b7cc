import { fieldOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { honoursMaxUnavailable } from '../../kubernetes/releases';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const maxUnavailableDropped: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'MAX_UNAVAILABLE_DROPPED',
  severity: Severity.WARNING,
  title: 'maxUnavailable is used only where the API server keeps it',
  why: 'before Kubernetes 1.37 the API server silently drops the field, and pods are replaced one at a time',
  fix: 'remove the field, or check with --kubernetes-version 1.37 if the cluster runs that version',
  until: KubernetesVersion.V1_36,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { release }) => {
    const rollingUpdate = set.written(SET_PATHS.rollingUpdate);
    if (rollingUpdate === undefined || honoursMaxUnavailable(release)) {
      return NOT_APPLICABLE;
    }
    const value = fieldOf(rollingUpdate.value, 'maxUnavailable');
    return value === undefined
      ? []
      : [{ path: [...rollingUpdate.path, 'maxUnavailable'], problem: 'is dropped by the API server', value }];
  },
};
