import { autoscalersOf } from '../../manifests/coverage';
import { JudgedKind } from '../../manifests/facts';
import { namesOf, namesText } from '../../manifests/manifest';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const autoscalersCompete: Rule = {
  code: 'AUTOSCALERS_COMPETE',
  severity: Severity.WARNING,
  title: 'at most one autoscaler scales a set',
  why: 'two autoscalers that select the same pods both stop scaling them',
  fix: 'move the metrics of both into one autoscaler',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const autoscalers = autoscalersOf(set, facts);
    if (autoscalers.length === 0) {
      return NOT_APPLICABLE;
    }
    return namesOf(autoscalers).length > 1
      ? [
          {
            path: ['metadata', 'name'],
            problem: `is scaled by the autoscalers ${namesText(autoscalers)}`,
          },
        ]
      : [];
  },
};
