import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { judgeCount } from '../judge-count';
import { type Rule, Severity } from '../rule';

export const revisionHistoryLimitInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'REVISION_HISTORY_LIMIT_INVALID',
  severity: Severity.WARNING,
  title: REFUSALS.REVISION_HISTORY_LIMIT_INVALID.rule,
  why: 'the API server accepts a negative number, but the controller manager crashes on it in releases before 1.33 that lack a later patch',
  fix: REFUSALS.REVISION_HISTORY_LIMIT_INVALID.fix,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => judgeCount(set.written(SET_PATHS.revisionHistoryLimit)),
};
