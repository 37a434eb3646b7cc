import { autoscalersOf } from '../../manifests/coverage';
import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const autoscalerSetsReplicas: Rule = {
  code: 'AUTOSCALER_SETS_REPLICAS',
  severity: Severity.WARNING,
  title: 'a set that an autoscaler scales leaves replicas out',
  why: 'each apply resets the set to the number in the manifest, and the autoscaler then scales it again',
  fix: 'remove replicas from the set; if it was applied before, hand the field over first as cdk8s-stateful plan says',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const autoscaler = autoscalersOf(set, facts).at(0);
    if (autoscaler === undefined) {
      return NOT_APPLICABLE;
    }
    const replicas = located(set.content, ['spec', 'replicas']);
    return replicas === undefined
      ? []
      : [{ ...replicas, problem: `is also set by the autoscaler ${autoscaler.name ?? ''}` }];
  },
};
