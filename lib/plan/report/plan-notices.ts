import { checkNoticeRules } from '../../check/report/check-notices';
import { changePage } from '../../text/documentation';
import { type Notice, type NoticeLevel, type NoticeRule } from '../../text/notice';
import { CHANGE_CODES, type ChangeDescription } from '../policy/change-codes';
import { Effect, isAsBadAs, worst } from '../policy/effect';
import { type ChangeJson, type PlanJson } from './plan-json';
import { valueText } from './plan-words';

/** What a plan says of each change, as the formats of pipelines have it. Changes that do nothing are left out. */
export function planNotices({ changes }: PlanJson, failOn: Effect): readonly Notice[] {
  return changes.filter(({ effect }) => effect !== Effect.NONE).map((change) => noticeOf(change, failOn));
}

/** Every code of a change, and every rule whose faults the API server refuses, as formats that list rules show it. */
export function planNoticeRules(): ReadonlyMap<string, NoticeRule> {
  const changes = Object.entries<ChangeDescription>(CHANGE_CODES);
  return new Map([
    ...checkNoticeRules(),
    ...changes.map(([code, one]) => [code, ruleOf(code, one)] as const),
  ]);
}

function noticeOf(change: ChangeJson, failOn: Effect): Notice {
  const { code, object, path, before, after, effect, reason, source } = change;
  const hasValues = before !== undefined || after !== undefined;
  return {
    code,
    level: levelOf(effect),
    isFailure: failOn !== Effect.NONE && isAsBadAs(effect, failOn),
    object,
    path,
    message: `${effect}: ${reason}`,
    details: hasValues ? [`${valueText(before)} -> ${valueText(after)}`] : [],
    source,
    fingerprint: [code, object, path].filter((part) => part !== '').join(' '),
  };
}

function ruleOf(code: string, { meaning, effects, next }: ChangeDescription): NoticeRule {
  return {
    code,
    level: levelOf(worst(effects)),
    title: meaning,
    why: `effect: ${effects.join(' or ')}`,
    help: next,
    page: changePage(code),
  };
}

function levelOf(effect: Effect): NoticeLevel {
  switch (effect) {
    case Effect.NONE:
    case Effect.IN_PLACE:
      return 'note';
    case Effect.ROLLING_RESTART:
      return 'warning';
    case Effect.REJECTED:
    case Effect.DATA_AT_RISK:
      return 'error';
  }
}
