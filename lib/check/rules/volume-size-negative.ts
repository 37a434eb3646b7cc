import { JudgedKind } from '../../manifests/facts';
import { valuesOfField } from '../../manifests/typed-objects';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { nanoOf } from '../../kubernetes/quantity';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const volumeSizeNegative: Rule = {
  code: 'VOLUME_SIZE_NEGATIVE',
  severity: Severity.ERROR,
  title: 'the sizeLimit of an emptyDir volume is not negative',
  fix: 'give a size, or leave sizeLimit out',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) =>
    judgeEach(valuesOfField(set, version, 'EmptyDirVolumeSource', 'sizeLimit'), ({ path, value }) =>
      faultAt(path, (nanoOf(value) ?? 0n) < 0n ? 'must not be negative' : undefined, value),
    ),
};
