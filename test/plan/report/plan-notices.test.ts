import { CHANGE_CODES } from '../../../lib/plan/policy/change-codes';
import { Effect } from '../../../lib/plan/policy/effect';
import { planJson } from '../../../lib/plan/report/plan-json';
import { planJunit } from '../../../lib/plan/report/plan-junit';
import { planNoticeRules, planNotices } from '../../../lib/plan/report/plan-notices';
import { RULES } from '../../../lib/check/rules';
import { sarifText } from '../../../lib/text/sarif';
import { brokenJunit } from '../../text/junit-shape';
import { sarifErrors } from '../../text/sarif-schema';
import { claimTemplate, NEW_IMAGE, planOf, set } from '../manifests';

const GROWN = [claimTemplate('data', '20Gi')];
const json = planJson(planOf([set()], [set({ replicas: 4, volumeClaimTemplates: GROWN }, NEW_IMAGE)]));

test('changes are notices: in place is a note, a restart a warning, and what is rejected an error', () => {
  expect(
    planNotices(json, Effect.REJECTED).map(({ code, level, isFailure }) => [code, level, isFailure]),
  ).toEqual([
    ['REPLICAS_UP', 'note', false],
    ['TEMPLATE_RESTARTS', 'warning', false],
    ['CLAIM_TEMPLATE_GROWN', 'error', true],
  ]);
});

test.each([
  [Effect.NONE, [false, false, false]],
  [Effect.IN_PLACE, [true, true, true]],
  [Effect.ROLLING_RESTART, [false, true, true]],
  [Effect.DATA_AT_RISK, [false, false, false]],
])('what is as bad as %s fails', (failOn, expected) => {
  expect(planNotices(json, failOn).map(({ isFailure }) => isFailure)).toEqual(expected);
});

test('a notice has the values, and tells its change by code, object and field', () => {
  expect(planNotices(json, Effect.REJECTED)[0]).toMatchObject({
    object: 'StatefulSet web',
    path: 'spec.replicas',
    details: ['3 -> 4'],
    fingerprint: 'REPLICAS_UP StatefulSet web spec.replicas',
  });
});

test('every code has a rule, and all together are valid SARIF', () => {
  const rules = planNoticeRules();
  const codes = [...RULES.map(({ code }) => code), ...Object.keys(CHANGE_CODES)];
  expect(codes.filter((code) => !rules.has(code))).toEqual([]);
  const [notice] = planNotices(json, Effect.REJECTED);
  const all = [...rules.keys()].map((code) => ({ ...notice, code }));
  expect(sarifErrors(JSON.parse(sarifText(all, { command: 'plan', version: '1.0.0', rules })))).toEqual([]);
});

test('the test cases of an object are its changes, and those that do nothing pass', () => {
  const report = planJunit(json, Effect.REJECTED, []);
  expect(brokenJunit(report)).toBeUndefined();
  expect(report).toContain('<testsuite name="StatefulSet web" tests="3" failures="1" errors="0">');
  const unchanged = planJunit(planJson(planOf([set()], [set()])), Effect.REJECTED, []);
  expect(unchanged).toContain('tests="1" failures="0"');
});
