import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { nanoOf } from '../../kubernetes/quantity';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const volumeSizeNegative: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'VOLUME_SIZE_NEGATIVE',
  severity: Severity.ERROR,
  title: 'the sizeLimit of an emptyDir volume is not negative',
  fix: 'give a size, or leave sizeLimit out',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(set.typed.valuesOf('EmptyDirVolumeSource', 'sizeLimit'), ({ path, value }) =>
      faultAt(path, (nanoOf(value) ?? 0n) < 0n ? 'must not be negative' : undefined, value),
    ),
};
