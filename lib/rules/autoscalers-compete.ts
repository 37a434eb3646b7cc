import { autoscalersOf } from '../facts/coverage';
import { JudgedKind } from '../facts/facts';
import { NOT_APPLICABLE, type Rule, Severity } from './rule';

export const autoscalersCompete: Rule = {
  code: 'AUTOSCALERS_COMPETE',
  severity: Severity.WARNING,
  title: 'at most one autoscaler scales a set',
  why: 'autoscalers that select the same pods stop scaling them',
  fix: 'give one autoscaler the metrics of both',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const names = [...new Set(autoscalersOf(set, facts).map(({ name }) => name ?? ''))];
    if (names.length === 0) {
      return NOT_APPLICABLE;
    }
    return names.length > 1
      ? [
          {
            path: ['metadata', 'name'],
            problem: `is scaled by the autoscalers ${names.sort().join(' and ')}`,
          },
        ]
      : [];
  },
};
