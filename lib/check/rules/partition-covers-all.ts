import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const partitionCoversAll: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'PARTITION_COVERS_ALL',
  severity: Severity.WARNING,
  title: 'a partition leaves pods to update',
  why: 'pods with an ordinal below the partition keep the old revision: a change of the template reaches no pod',
  fix: 'set the partition below the number of replicas',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const partition = set.written(SET_PATHS.partition);
    const { replicas } = set;
    if (typeof partition?.value !== 'number' || partition.value <= 0 || !set.areReplicasKnown) {
      return NOT_APPLICABLE;
    }
    return replicas > 0 && partition.value >= replicas
      ? [{ ...partition, problem: `holds back all ${replicas} pods` }]
      : [];
  },
};
