import { check } from '../../../lib/check/check';
import { checkJson } from '../../../lib/check/report/check-json';
import { checkJunit } from '../../../lib/check/report/check-junit';
import { checkMarkdown } from '../../../lib/check/report/check-markdown';
import { checkNoticeRules, checkNotices } from '../../../lib/check/report/check-notices';
import { FAULTY_SET as SET } from '../faulty-set';
import { ENGINE_RULES, RULES } from '../../../lib/check/rules';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { readManifests } from '../../../lib/manifests/reading/read-manifests';
import { sarifText } from '../../../lib/text/sarif';
import { brokenJunit } from '../../text/junit-shape';
import { sarifErrors } from '../../text/sarif-schema';

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { clusterIP: None, selector: { app: web } }
`;

const result = check(
  readManifests(`${SET}---\n${SERVICE}`, 'web.yaml').manifests,
  RULES,
  KubernetesVersion.V1_30,
);
const json = checkJson(result);

test('findings are notices at their lines; errors fail, and warnings where the check is strict', () => {
  const parts = (isStrict: boolean): unknown[] =>
    checkNotices(json, isStrict).map(({ code, level, isFailure, source }) => [
      code,
      level,
      isFailure,
      source?.line,
    ]);
  expect(parts(false)).toEqual([
    ['UNKNOWN_FIELD', 'error', true, 6],
    ['MAX_UNAVAILABLE_DROPPED', 'warning', false, 7],
  ]);
  expect(parts(true).map((part) => (part as unknown[])[2])).toEqual([true, true]);
});

test('every rule has a help text and a page, and all together are valid SARIF', () => {
  const rules = checkNoticeRules();
  expect([...rules.keys()]).toEqual([...RULES, ...ENGINE_RULES].map(({ code }) => code));
  const all = [...rules.values()].map(({ code, level }) => ({
    ...checkNotices(json, false)[0],
    code,
    level,
  }));
  const log = JSON.parse(sarifText(all, { command: 'check', version: '1.0.0', rules })) as {
    runs: [{ tool: { driver: { rules: { help: { text: string }; helpUri: string }[] } } }];
  };
  expect(sarifErrors(log)).toEqual([]);
  const listed = log.runs[0].tool.driver.rules;
  expect(listed).toHaveLength(rules.size);
  expect(listed.filter(({ help, helpUri }) => help.text.length < 20 || !/#[a-z_]+$/.test(helpUri))).toEqual(
    [],
  );
});

test('an object without findings is a test case that passes', () => {
  const report = checkJunit(checkNotices(json, false), result.clean);
  expect(brokenJunit(report)).toBeUndefined();
  expect(report).toContain('<testsuite name="web.yaml" tests="3" failures="1" errors="0">');
  expect(report).toContain('<testcase name="Service web" classname="cdk8s-stateful.check"/>');
});

test('a report on nothing is not empty', () => {
  expect(checkJunit([], [])).toContain('tests="1" failures="0"');
});

test('Markdown has a row for each finding, and each code explained once', () => {
  const text = checkMarkdown(json);
  const rows = text.split('\n').filter((line) => line.startsWith('| **'));
  expect(rows.map((row) => /^\| \S+ \| `(.*?)` .*\(([A-Z_]+)\) \|$/.exec(row)?.slice(1))).toEqual([
    ['web.yaml:6', 'UNKNOWN_FIELD'],
    ['web.yaml:7', 'MAX_UNAVAILABLE_DROPPED'],
  ]);
  expect(text.match(/^- `[A-Z_]+`: /gm)).toHaveLength(2);
  expect(checkMarkdown({ ...json, findings: [] })).toMatch(/^### Check: nothing found\n\n1 error/);
});
