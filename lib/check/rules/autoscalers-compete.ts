import { JudgedKind } from '../../manifests/judged-kind';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const autoscalersCompete: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'AUTOSCALERS_COMPETE',
  severity: Severity.WARNING,
  title: 'at most one autoscaler scales a set',
  why: 'two autoscalers that select the same pods both stop scaling them',
  fix: 'move the metrics of both into one autoscaler',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { coverage }) => {
    const autoscalers = coverage.autoscalersOf(set);
    if (autoscalers.first === undefined) {
      return NOT_APPLICABLE;
    }
    return autoscalers.names.length > 1
      ? [
          {
            path: ['metadata', 'name'],
            problem: `is scaled by the autoscalers ${autoscalers.namesText}`,
          },
        ]
      : [];
  },
};
