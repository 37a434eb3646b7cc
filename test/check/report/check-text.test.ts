import { Severity } from '../../../lib/check/rule';
import { type CheckJson, type FindingJson } from '../../../lib/check/report/check-json';
import { checkText } from '../../../lib/check/report/check-text';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';

function finding(file: string, line: number, name: string): FindingJson {
  return {
    code: 'A_CODE',
    severity: Severity.WARNING,
    object: { apiVersion: 'apps/v1', kind: 'StatefulSet', name },
    path: 'spec.a',
    message: 'is wrong',
    why: 'it breaks',
    fix: 'mend it',
    fingerprint: '',
    source: { file, line },
  };
}

function report(findings: readonly FindingJson[]): CheckJson {
  return {
    version: 1,
    kubernetesVersion: KubernetesVersion.V1_34,
    findings,
    summary: {
      objects: 3,
      checked: 2,
      errors: 0,
      warnings: findings.length,
      acknowledged: 1,
      ignored: 0,
      baselined: 0,
    },
    problems: [],
    moreProblems: 0,
    staleBaseline: [],
  };
}

test('what is left out is counted, and entries of the baseline that are found no more are listed', () => {
  const json = report([]);
  const text = checkText({
    ...json,
    summary: { ...json.summary, ignored: 2, baselined: 1 },
    staleBaseline: ['A_CODE StatefulSet gone'],
  });
  expect(text).toBe(
    'Found no more, write the baseline again:\n  A_CODE StatefulSet gone\n\n' +
      '0 errors, 0 warnings; 2 of 3 objects checked for Kubernetes 1.34; 1 finding acknowledged; 2 findings ignored; ' +
      '1 finding in the baseline; 1 entry of the baseline found no more\n',
  );
});

test('findings stand by file and object, and why is said once for each code', () => {
  const text = checkText(
    report([finding('b.yaml', 1, 'b'), finding('a.yaml', 9, 'c'), finding('a.yaml', 2, 'a')]),
  );
  expect(text.split('\n').filter((line) => /^\S|:\d/.test(line))).toEqual([
    'StatefulSet a',
    '  warning A_CODE  a.yaml:2',
    'StatefulSet c',
    '  warning A_CODE  a.yaml:9',
    'StatefulSet b',
    '  warning A_CODE  b.yaml:1',
    '0 errors, 3 warnings; 2 of 3 objects checked for Kubernetes 1.34; 1 finding acknowledged',
  ]);
  expect(text.match(/why:/g)).toHaveLength(1);
  expect(text.match(/fix:/g)).toHaveLength(3);
});

test('a report without findings is its figures', () => {
  expect(checkText(report([])).split('\n')).toHaveLength(2);
});
