import { autoscalersOf } from '../../manifests/coverage';
import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const autoscalerSetsReplicas: Rule = {
  code: 'AUTOSCALER_SETS_REPLICAS',
  severity: Severity.WARNING,
  title: 'a set that an autoscaler scales says nothing of replicas',
  why: 'each apply takes the set back to the number in the manifest, and the autoscaler then scales it anew',
  fix: 'remove replicas from the set; where it was applied before, hand it over as the planner says',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const autoscaler = autoscalersOf(set, facts).at(0);
    if (autoscaler === undefined) {
      return NOT_APPLICABLE;
    }
    const replicas = located(set.content, ['spec', 'replicas']);
    return replicas === undefined
      ? []
      : [{ ...replicas, problem: `is set by the autoscaler ${autoscaler.name ?? ''} too` }];
  },
};
