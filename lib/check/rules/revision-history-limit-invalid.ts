import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { located } from '../../manifests/field-value';
import { countProblem } from '../../kubernetes/counts';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const revisionHistoryLimitInvalid: Rule = {
  code: 'REVISION_HISTORY_LIMIT_INVALID',
  severity: Severity.WARNING,
  title: REFUSALS.REVISION_HISTORY_LIMIT_INVALID.rule,
  why: 'the API server accepts a negative number, but the controller manager crashes on it in releases before 1.33 that lack a later patch',
  fix: REFUSALS.REVISION_HISTORY_LIMIT_INVALID.fix,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    const found = located(content, ['spec', 'revisionHistoryLimit']);
    // Another type is refused while the manifest is decoded.
    return typeof found?.value === 'number'
      ? faultAt(found.path, countProblem(found.value), found.value)
      : NOT_APPLICABLE;
  },
};
