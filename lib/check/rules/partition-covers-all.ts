import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { replicasOf } from '../../manifests/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const partitionCoversAll: Rule = {
  code: 'PARTITION_COVERS_ALL',
  severity: Severity.WARNING,
  title: 'a partition leaves pods to update',
  why: 'pods with an ordinal below the partition keep the old revision: a change of the template reaches no pod',
  fix: 'set the partition below the number of replicas',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const partition = located(set.content, ['spec', 'updateStrategy', 'rollingUpdate', 'partition']);
    const replicas = replicasOf(set);
    if (typeof partition?.value !== 'number' || partition.value <= 0 || replicas === undefined) {
      return NOT_APPLICABLE;
    }
    return replicas > 0 && partition.value >= replicas
      ? [{ ...partition, problem: `holds back all ${replicas} pods` }]
      : [];
  },
};
