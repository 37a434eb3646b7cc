import { JudgedKind } from '../../manifests/facts';
import { fieldAt } from '../../manifests/field-value';
import { objectsOfType } from '../../manifests/typed-objects';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { judgeEach, type Rule, Severity } from '../rule';

export const volumeAttributesClassDropped: Rule = {
  code: 'VOLUME_ATTRIBUTES_CLASS_DROPPED',
  severity: Severity.WARNING,
  title: 'volumeAttributesClassName is given to clusters that keep it',
  why: 'before Kubernetes 1.34 the API server drops the field without a word',
  fix: 'remove the field, or check with --kubernetes-version 1.34 where the cluster runs it',
  // Kubernetes 1.28 does not know the field: unknown-field says so.
  since: KubernetesVersion.V1_29,
  until: KubernetesVersion.V1_33,
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.CLAIM],
  check: (object, { version }) =>
    judgeEach(objectsOfType(object, version, 'PersistentVolumeClaimSpec'), (spec) => {
      const name = fieldAt(spec, 'volumeAttributesClassName');
      return name === undefined
        ? []
        : [{ path: name.path, problem: `is dropped by Kubernetes ${version}`, value: name.value }];
    }),
};
