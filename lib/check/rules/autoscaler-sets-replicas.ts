import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const autoscalerSetsReplicas: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'AUTOSCALER_SETS_REPLICAS',
  severity: Severity.WARNING,
  title: 'a set that an autoscaler scales leaves replicas out',
  why: 'each apply resets the set to the number in the manifest, and the autoscaler then scales it again',
  fix: 'remove replicas from the set; if it was applied before, hand the field over first as cdk8s-stateful plan says',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { coverage }) => {
    const autoscaler = coverage.autoscalersOf(set).first;
    if (autoscaler === undefined) {
      return NOT_APPLICABLE;
    }
    const replicas = set.written(SET_PATHS.replicas);
    return replicas === undefined
      ? []
      : [{ ...replicas, problem: `is also set by the autoscaler ${autoscaler.name}` }];
  },
};
