import { REFUSALS } from '../errors/refusals';
import { JudgedKind } from '../facts/facts';
import { type Manifest } from '../facts/manifest';
import { labelSelectorAt, serviceNameOf } from '../facts/stateful-set';
import { NOT_APPLICABLE, type Rule, Severity } from './rule';

export const serviceShared: Rule = {
  code: 'SERVICE_SHARED',
  severity: Severity.WARNING,
  title: REFUSALS.SERVICE_SHARED.rule,
  why: 'the name of the Service then stands for the pods of all sets that it selects: clients reach those of another one',
  fix: 'give each set a headless Service of its own',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { facts }) => {
    const serviceName = serviceNameOf(set);
    if (serviceName === undefined) {
      return NOT_APPLICABLE;
    }
    const other = facts
      .besides(set, JudgedKind.STATEFUL_SET)
      .find(
        (one) =>
          one.name !== set.name &&
          serviceNameOf(one)?.value === serviceName.value &&
          selectorText(one) !== selectorText(set),
      );
    return other === undefined
      ? []
      : [{ ...serviceName, problem: `is the governing Service of ${other.name ?? 'another set'} too` }];
  },
};

function selectorText({ content }: Manifest): string {
  const { matchLabels = {}, matchExpressions = [] } = labelSelectorAt(content, ['spec', 'selector']) ?? {};
  return JSON.stringify([Object.entries(matchLabels).sort(), matchExpressions]);
}
