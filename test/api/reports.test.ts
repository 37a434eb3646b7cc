import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Checks, Effect, UpgradePlan } from '../../lib';
import { CHECK_FORMATS } from '../../lib/check/report/check-reports';
import type { PLAN_REPORTS } from '../../lib/plan/report/plan-reports';
import { run } from '../cli/run-program';
import { claimTemplate, NEW_IMAGE, set } from '../plan/manifests';
import { brokenJunit } from '../text/junit-shape';
import { sarifErrors } from '../text/sarif-schema';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reports-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: object | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** A report of the command, without the line break after the JSON. */
function printed(...args: readonly string[]): string {
  const { out } = run(args);
  return args.includes('json') ? out.trimEnd() : out;
}

const UNUSED = set({ volumeClaimTemplates: [claimTemplate()] });
const GROWN = set({ volumeClaimTemplates: [claimTemplate('data', '20Gi')] }, NEW_IMAGE);

describe('a check from code', () => {
  test('is reported in each format as the command prints it', () => {
    const file = write('set.json', { ...UNUSED, spec: { ...(UNUSED.spec as object), replica: 1 } });
    const report = Checks.ofPaths([file]);
    const reports: Readonly<Record<(typeof CHECK_FORMATS)[number], string>> = {
      text: report.toText(),
      json: report.toJsonText(),
      markdown: report.toMarkdown(),
      sarif: report.toSarif(),
      junit: report.toJunit(),
      github: report.toGithubAnnotations(),
    };
    for (const format of CHECK_FORMATS) {
      expect(reports[format]).toBe(printed('check', file, '-o', format));
      expect(reports[format]).toContain('UNKNOWN_FIELD');
    }
  });

  test('fails for warnings where it is strict', () => {
    const file = write('set.json', UNUSED);
    expect(Checks.ofPaths([file]).toJunit()).toContain('failures="0"');
    const strict = Checks.ofPaths([file], { strict: true }).toJunit();
    expect(strict).toContain('<failure type="CLAIM_UNMOUNTED"');
    expect(strict).toBe(printed('check', file, '--strict', '-o', 'junit'));
  });

  test('says in SARIF, JUnit and annotations what could not be read', () => {
    const report = Checks.ofText('a: [');
    const log = JSON.parse(report.toSarif()) as { runs: { invocations: object[] }[] };
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs[0].invocations[0]).toMatchObject({ executionSuccessful: false });
    expect(report.toJunit()).toContain('<failure type="INPUT_SYNTAX"');
    expect(report.toGithubAnnotations()).toContain('title=INPUT_SYNTAX');
    expect(JSON.parse(report.toJsonText())).toMatchObject({ problems: [{ code: 'INPUT_SYNTAX' }] });
  });
});

describe('a plan from code', () => {
  test('is reported in each format as the command prints it', () => {
    const [old, wanted] = [write('old.json', UNUSED), write('new.json', GROWN)];
    const plan = UpgradePlan.between([old], [wanted]);
    const reports: Readonly<Record<keyof typeof PLAN_REPORTS, string>> = {
      text: plan.toText(),
      json: plan.toJsonText(),
      markdown: plan.toMarkdown(),
      script: plan.toScript(),
      sarif: plan.toSarif(),
      junit: plan.toJunit(),
      github: plan.toGithubAnnotations(),
    };
    for (const [format, report] of Object.entries(reports)) {
      expect(report).toBe(printed('plan', '--from', old, '--to', wanted, '-o', format));
    }
    expect(Object.keys(plan.changes[0])).not.toContain('source');
  });

  test('fails from the effect on that is asked for', () => {
    const [old, wanted] = [[write('old.json', set())], [set({}, NEW_IMAGE)]];
    const failures = (failOn?: Effect): string =>
      /failures="\d"/.exec(UpgradePlan.toManifests(old, wanted, { failOn }).toJunit())?.[0] ?? '';
    expect([undefined, Effect.ROLLING_RESTART, Effect.NONE].map(failures)).toEqual([
      'failures="0"',
      'failures="1"',
      'failures="0"',
    ]);
  });

  test('says in SARIF, JUnit and annotations what could not be read', () => {
    const plan = UpgradePlan.toManifests([write('old.yaml', 'a: [')], [set()]);
    const log = JSON.parse(plan.toSarif()) as { runs: { invocations: object[] }[] };
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs[0].invocations[0]).toMatchObject({ executionSuccessful: false });
    const junit = plan.toJunit();
    expect(brokenJunit(junit)).toBeUndefined();
    expect(junit).toContain('<testsuite name="input" tests="1" failures="1"');
    expect(plan.toGithubAnnotations()).toContain('title=INPUT_SYNTAX');
  });
});
