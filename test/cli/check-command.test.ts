import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type CheckJson } from '../../lib/check/report/check-json';
import { brokenJunit } from '../text/junit-shape';
import { sarifErrors } from '../text/sarif-schema';
import { run } from './run-program';

const SET = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
  namespace: prod
spec:
  serviceName: web
  replica: 3
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.27
`;
const FINE = SET.replace('  replica: 3\n', '');
const RISKY = FINE.replace(
  '  selector:',
  '  updateStrategy: { rollingUpdate: { maxUnavailable: 2 } }\n  selector:',
);
/** Not the newest version: it keeps what the earlier ones drop. */
const EARLIER = ['--kubernetes-version', '1.30'];
const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: { password: hunter2 }\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'check-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('check', () => {
  test('prints what it finds as JSON', () => {
    const file = write('web.yaml', SET);
    write('secret.yaml', SECRET);
    const { code, out, err } = run(['check', folder, '-o', 'json']);
    expect([code, err]).toEqual([1, '']);
    const json = JSON.parse(out) as CheckJson;
    expect(json).toEqual({
      version: 1,
      kubernetesVersion: '1.37',
      findings: [
        {
          code: 'UNKNOWN_FIELD',
          severity: 'error',
          object: { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'prod', name: 'web' },
          path: 'spec.replica',
          message: 'is not a field of StatefulSetSpec',
          why: json.findings[0].why,
          fix: 'did you mean replicas?',
          source: { file, line: 8 },
          fingerprint: 'UNKNOWN_FIELD StatefulSet prod/web spec.replica',
        },
      ],
      summary: { objects: 2, checked: 1, errors: 1, warnings: 0, acknowledged: 0, ignored: 0, baselined: 0 },
      problems: [],
      moreProblems: 0,
      staleBaseline: [],
    });
  });

  test('prints the same as text, with the file and line', () => {
    const file = write('web.yaml', SET);
    const { code, out } = run(['check', file]);
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'StatefulSet prod/web',
      `  error UNKNOWN_FIELD  ${file}:8`,
      '    spec.replica is not a field of StatefulSetSpec',
    ]);
    expect(out).toMatch(/\n1 error, 0 warnings; 1 of 1 object checked for Kubernetes 1\.37\n$/);
  });

  test('prints the same for pipelines, each finding at its file and line', () => {
    const file = write('web.yaml', SET);
    const report = (format: string): string => {
      const { code, out, err } = run(['check', file, '-o', format]);
      expect([code, err]).toEqual([1, '']);
      return out;
    };
    expect(sarifErrors(JSON.parse(report('sarif')))).toEqual([]);
    expect(report('sarif')).toContain('"startLine": 8');
    expect(brokenJunit(report('junit'))).toBeUndefined();
    expect(report('junit')).toContain(`<failure type="UNKNOWN_FIELD"`);
    expect(report('github')).toContain(`::error file=${file},line=8,title=UNKNOWN_FIELD::`);
    expect(report('markdown')).toContain(`| \`${file}:8\` |`);
  });

  test('a warning fails a test case with --strict alone', () => {
    const risky = write('risky.yaml', RISKY);
    expect(run(['check', risky, '-o', 'junit', ...EARLIER]).out).toMatch(/failures="0"(?:.|\n)*<system-out>/);
    expect(run(['check', '--strict', risky, '-o', 'junit', ...EARLIER]).out).toContain('failures="1"');
  });

  test('colours reach terminals alone', () => {
    const file = write('web.yaml', SET);
    expect(run(['check', file], false).out).not.toContain('\u001b[');
    expect(run(['check', file], true).out).toContain('\u001b[31merror');
  });

  test('ends with 0 without errors, and with --strict only without warnings too', () => {
    const [fine, risky] = [write('fine.yaml', FINE), write('risky.yaml', RISKY)];
    const codes = [
      ['check', fine],
      ['check', '--strict', fine],
      ['check', risky],
      ['check', '--strict', risky],
    ].map((args) => run([...args, '--kubernetes-version', '1.30']).code);
    expect(codes).toEqual([0, 0, 0, 1]);
  });

  test('judges for the version that is asked for, or the newest', () => {
    expect(run(['check', '--strict', write('risky.yaml', RISKY)]).code).toBe(0);
    const risky = write('risky.yaml', RISKY);
    const patched = run(['check', '--strict', '--kubernetes-version', 'v1.37.2', risky]);
    expect([patched.code, patched.out]).toEqual([0, expect.stringContaining('for Kubernetes 1.37.2\n')]);
  });

  test('names the construct that cdk8s recorded', () => {
    write('web.k8s.yaml', SET);
    write('construct-metadata.json', '{"version":"1.0.0","resources":{"web":{"path":"app/web/Resource"}}}');
    const outputs = [folder, path.join(folder, 'web.k8s.yaml')].map((given) => run(['check', given]).out);
    expect(outputs.map((out) => out.includes('construct: app/web/Resource'))).toEqual([true, true]);
  });

  test('reads what a path held in a git revision, beside folders with construct metadata', () => {
    const git = (...args: readonly string[]): unknown =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        stdio: 'pipe',
      });
    write('old/web.yaml', SET);
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    write('old/web.yaml', FINE);
    write('new/web.yaml', SET.replaceAll('prod', 'test'));
    write(
      'new/construct-metadata.json',
      '{"version":"1.0.0","resources":{"web":{"path":"app/web/Resource"}}}',
    );
    const here = process.cwd();
    process.chdir(folder);
    try {
      const json = JSON.parse(run(['check', 'git:HEAD:old', 'new', '-o', 'json']).out) as CheckJson;
      expect(json.findings.map(({ source }) => `${source.file}:${source.line}`)).toEqual([
        'HEAD:old/web.yaml:8',
        `${path.join('new', 'web.yaml')}:8`,
      ]);
      expect(json.findings[1].construct).toBe('app/web/Resource');
      const { code, err } = run(['check', 'git:HEAD:none']);
      expect(code).toBe(2);
      expect(err).toContain('[INPUT_NOT_FOUND]');
    } finally {
      process.chdir(here);
    }
  });

  test('fails on input that cannot be read, and tells what it finds in the rest', () => {
    const bad = write('bad.yaml', `${SECRET}---\na: b: c\n`);
    const good = write('good.yaml', SET);
    const { code, out, err } = run(['check', good, bad, path.join(folder, 'absent')]);
    expect(code).toBe(2);
    expect(out).toMatch(/UNKNOWN_FIELD(?:.|\n)*; 2 problems of the input, which was not read in whole\n$/);
    expect(err.split('\n').map((line) => line.replace(/^(.*?): .*(\[.*\])$/, '$1 $2'))).toEqual([
      `${bad}:6 [INPUT_SYNTAX]`,
      `${path.join(folder, 'absent')} [INPUT_NOT_FOUND]`,
      '',
    ]);
    expect(err).not.toContain('hunter2');
  });

  test.each([
    ['json', '"code": "INPUT_SYNTAX"'],
    ['markdown', '(INPUT_SYNTAX) |'],
    ['sarif', '"executionSuccessful": false'],
    ['junit', '<failure type="INPUT_SYNTAX"'],
    ['github', 'bad.yaml,line=1,title=INPUT_SYNTAX::'],
  ])('the report as %s says what could not be read', (format, text) => {
    const [good, bad] = [write('good.yaml', FINE), write('bad.yaml', 'a: b: c\n')];
    const { code, out, err } = run(['check', good, bad, '-o', format]);
    expect([code, out.includes(text), err.includes('[INPUT_SYNTAX]')]).toEqual([2, true, true]);
    const alone = run(['check', bad, '-o', format]);
    expect([alone.code, alone.out.includes(text), alone.err.includes('[INPUT_SYNTAX]')]).toEqual([
      2,
      true,
      true,
    ]);
  });

  test('text has no line of figures where nothing could be read', () => {
    expect(run(['check', write('bad.yaml', 'a: b: c\n')])).toMatchObject({ code: 2, out: '' });
  });

  test('a folder that kustomize or Helm builds, and a patch, are no input: the way to build them is told', () => {
    write('overlay/kustomization.yaml', 'resources: [../web.yaml]\n');
    write(
      'overlay/replicas.yaml',
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: web }\nspec: { replicas: 5 }\n',
    );
    write('my chart/Chart.yaml', 'name: web\n');
    write('my chart/templates/set.yaml', '{{ .Values.a }}');
    const patch = write(
      'patch.yaml',
      'apiVersion: v1\nkind: Service\nmetadata: { name: web }\n$patch: delete\n',
    );
    write('web.yaml', SET);
    const { code, out, err } = run(['check', folder]);
    expect(code).toBe(2);
    expect(out).toContain('UNKNOWN_FIELD');
    expect(err.split('\n').sort()).toEqual(
      [
        '',
        `${folder}/my chart: has a Chart.yaml: what is applied is made of its files; build it first: helm template NAME '${folder}/my chart' | cdk8s-stateful check - [INPUT_NOT_BUILT]`,
        `${folder}/overlay: has a kustomization.yaml: what is applied is made of its files; build it first: kubectl kustomize ${folder}/overlay | cdk8s-stateful check - [INPUT_NOT_BUILT]`,
        `${patch}:1: is a patch for Service web, not an object: build the manifests first, such as with kubectl kustomize, and pipe them into the command [INPUT_IS_A_PATCH]`,
      ].sort(),
    );
  });

  test('the templates of a chart are no input, and a folder of that name elsewhere is', () => {
    write('chart/Chart.yaml', 'name: web\n');
    write('chart/templates/set.yaml', 'kind: {{ .Values.a }}');
    write('app/templates/set.yaml', FINE);
    const { code, err } = run(['check', path.join(folder, 'chart/templates')]);
    expect(code).toBe(2);
    expect(err).toBe(
      `${folder}/chart/templates: has the templates of a chart: what is applied is made of its files; build it first: helm template NAME ${folder}/chart | cdk8s-stateful check - [INPUT_NOT_BUILT]\n`,
    );
    expect(run(['check', path.join(folder, 'app/templates')]).code).toBe(0);
  });

  test.each([
    [['--kubernetes-version', '1.5'], '1.5'],
    [['--kubernetes-version', 'latest'], 'latest'],
    [['-o', 'yaml'], 'yaml'],
    [['--nonsense'], '--nonsense'],
    [['--kubernetes-version'], '--kubernetes-version'],
  ])('fails on %j, naming it', (args, named) => {
    const { code, out, err } = run(['check', ...args, 'x.yaml']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(named);
  });
});
