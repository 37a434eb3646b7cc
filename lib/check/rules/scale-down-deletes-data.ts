import { autoscalersOf } from '../../manifests/coverage';
import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { claimTemplatesOf, replicasOf } from '../../manifests/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const scaleDownDeletesData: Rule = {
  code: 'SCALE_DOWN_DELETES_DATA',
  severity: Severity.WARNING,
  title: 'scaling down does not delete the data of a pod',
  why: 'with whenScaled: Delete the claims of removed pods are deleted, and their volumes too if the storage class deletes them',
  fix: 'set whenScaled to Retain, and delete claims by hand when nobody needs them any more',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const policy = located(set.content, ['spec', 'persistentVolumeClaimRetentionPolicy', 'whenScaled']);
    if (policy?.value !== 'Delete' || claimTemplatesOf(set).length === 0) {
      return NOT_APPLICABLE;
    }
    const autoscaler = autoscalersOf(set, facts).at(0);
    if (autoscaler !== undefined) {
      return [
        { ...policy, problem: `deletes data whenever the autoscaler ${autoscaler.name ?? ''} scales down` },
      ];
    }
    return replicasOf(set) === 0 ? [{ ...policy, problem: 'deletes all data: replicas is 0' }] : [];
  },
};
