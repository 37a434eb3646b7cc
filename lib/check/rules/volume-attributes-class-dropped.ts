import { fieldAt } from '../../manifests/field-value';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { judgeEach, type Rule, Severity } from '../rule';

export const volumeAttributesClassDropped: Rule<JudgedKind.STATEFUL_SET | JudgedKind.CLAIM> = {
  code: 'VOLUME_ATTRIBUTES_CLASS_DROPPED',
  severity: Severity.WARNING,
  title: 'volumeAttributesClassName is used only where the API server keeps it',
  why: 'before Kubernetes 1.34 the API server silently drops the field',
  fix: 'remove the field, or check with --kubernetes-version 1.34 if the cluster runs that version',
  // Kubernetes 1.28 does not know the field: unknown-field says so.
  since: KubernetesVersion.V1_29,
  until: KubernetesVersion.V1_33,
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.CLAIM],
  check: (object, { version }) =>
    judgeEach(object.typed.ofType('PersistentVolumeClaimSpec'), (spec) => {
      const name = fieldAt(spec, 'volumeAttributesClassName');
      return name === undefined
        ? []
        : [{ path: name.path, problem: `is dropped by Kubernetes ${version}`, value: name.value }];
    }),
};
