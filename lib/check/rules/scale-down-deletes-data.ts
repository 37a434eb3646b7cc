import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const scaleDownDeletesData: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SCALE_DOWN_DELETES_DATA',
  severity: Severity.WARNING,
  title: 'scaling down does not delete the data of a pod',
  why: 'with whenScaled: Delete the claims of removed pods are deleted, and their volumes too if the storage class deletes them',
  fix: 'set whenScaled to Retain, and delete claims by hand when nobody needs them any more',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { coverage }) => {
    const policy = set.written(SET_PATHS.whenScaled);
    if (policy?.value !== 'Delete' || set.claimTemplates.length === 0) {
      return NOT_APPLICABLE;
    }
    const autoscaler = coverage.autoscalersOf(set).first;
    if (autoscaler !== undefined) {
      return [{ ...policy, problem: `deletes data whenever the autoscaler ${autoscaler.name} scales down` }];
    }
    return set.replicas === 0 ? [{ ...policy, problem: 'deletes all data: replicas is 0' }] : [];
  },
};
