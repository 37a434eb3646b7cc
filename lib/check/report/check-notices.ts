import { type InputProblem } from '../../manifests/reading/input-problem';
import { objectText } from '../../manifests/manifest';
import { type Notice, type NoticeRule } from '../../text/notice';
import { rulePage } from '../../text/documentation';
import { type RuleDescription, Severity } from '../rule';
import { ENGINE_RULES, RULES } from '../rules';
import { whyText } from '../why-text';
import { type CheckJson } from './check-json';

/** What a check found, as the formats of pipelines have it. */
export function checkNotices({ findings, problems }: CheckJson, isStrict: boolean): readonly Notice[] {
  const found = findings.map(
    ({ code, severity, object, path, message, why, fix, source, fingerprint }): Notice => ({
      code,
      level: severity,
      isFailure: isStrict || severity === Severity.ERROR,
      object: objectText(object),
      path,
      message,
      details: [why, fix],
      source,
      fingerprint,
    }),
  );
  return [...problemNotices(problems), ...found];
}

/** Input that could not be read, as the formats of pipelines have it. */
export function problemNotices(problems: readonly InputProblem[]): readonly Notice[] {
  return problems.map(({ code, message, file, line }) => {
    return { code, level: 'error', isFailure: true, path: '', message, details: [], source: { file, line } };
  });
}

/** Every rule of `check`, as formats that list rules show it. */
export function checkNoticeRules(): ReadonlyMap<string, NoticeRule> {
  return new Map([...RULES, ...ENGINE_RULES].map((rule) => [rule.code, noticeRuleOf(rule)]));
}

function noticeRuleOf(rule: RuleDescription): NoticeRule {
  const { code, severity, title, fix } = rule;
  return { code, level: severity, title, why: whyText(rule), help: fix, page: rulePage(code) };
}
