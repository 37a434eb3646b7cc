import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import Ajv from 'ajv';
import { type CheckJson } from '../../lib/check/report/check-json';
import { COMMANDS } from '../../lib/cli/commands';
import { settingsSchema } from '../../lib/cli/settings-schema';
import { readYamlDocument } from '../../lib/manifests/reading/yaml-document';
import { run } from './run-program';

const SET = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web }
spec:
  serviceName: web
  updateStrategy: { rollingUpdate: { maxUnavailable: 2 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'nginx:1.27' }] }
`;

const here = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'settings-'));
  process.chdir(folder);
  writeFileSync('web.txt', SET);
});
afterEach(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true });
});

function checked(...options: readonly string[]): ReturnType<typeof run> {
  return run(['check', 'web.txt', ...options]);
}

const STRICT = "kubernetesVersion: '1.30'\ncheck:\n  strict: true\n  output: json\n";

test.each([
  ['cdk8s-stateful.yaml', STRICT],
  [
    'package.json',
    '{"name": "x", "cdk8s-stateful": {"kubernetesVersion": "1.30", "check": {"strict": true, "output": "json"}}}',
  ],
])('%s gives options that the command line leaves out', (file, text) => {
  writeFileSync(file, text);
  const { code, out } = checked();
  expect(code).toBe(1);
  expect((JSON.parse(out) as CheckJson).kubernetesVersion).toBe('1.30');
});

test('the command line wins, and turns off what settings turn on', () => {
  writeFileSync('cdk8s-stateful.yaml', STRICT);
  expect(checked('-o', 'text').out).toContain('warning MAX_UNAVAILABLE_DROPPED');
  expect(checked('--no-strict').code).toBe(0);
  expect(checked('--kubernetes-version', '1.37').code).toBe(0);
});

test('lists are lists of texts, and those of the command line take their place', () => {
  writeFileSync('cdk8s-stateful.yaml', `${STRICT}  ignore: [MAX_UNAVAILABLE_DROPPED]\n`);
  expect(checked().code).toBe(0);
  expect(checked('--ignore', 'UNKNOWN_FIELD').code).toBe(1);
});

test('--config names another file', () => {
  writeFileSync('other.yaml', STRICT);
  expect(checked().code).toBe(0);
  expect(checked('--config', 'other.yaml').code).toBe(1);
  expect(checked('--config', 'none.yaml').err).toContain('none.yaml: there is no such file or folder');
});

test('a package.json without the key says nothing', () => {
  writeFileSync('package.json', '{"name": "app", "devDependencies": {"cdk8s-stateful": "0.1.0"}}');
  expect(checked().code).toBe(0);
});

test('a package.json that is no JSON is refused with its line', () => {
  writeFileSync('package.json', '{\n"cdk8s-stateful": {"check": {}}\n]\n');
  const { code, err } = checked();
  expect([code, err]).toEqual([2, expect.stringContaining('package.json:3: ')]);
});

test.each([
  ['check:\n  stritc: true\n', 'cdk8s-stateful.yaml:2: check.stritc is no setting; did you mean strict?'],
  ['chekc: {}\n', 'cdk8s-stateful.yaml:1: chekc is no setting; did you mean check?'],
  ['strict: true\n', 'cdk8s-stateful.yaml:1: strict is no setting'],
  ['kubernetesVersion: 1.30\n', 'kubernetesVersion must be text in quotes, got number'],
  ['check:\n  strict: yes please\n', 'check.strict must be true or false, got text'],
  ['check:\n  ignore: UNKNOWN_FIELD\n', 'check.ignore must be a list of texts'],
  ['check: []\n', 'check must be a mapping, got list'],
  [
    'check:\n  output: jsno\n',
    'check.output must be text or json or markdown or sarif or junit or github, got jsno; did you mean json?',
  ],
  ['- a\n', 'cdk8s-stateful.yaml:1: must be a mapping of settings'],
  ['a: b: c\n', '[INPUT_SYNTAX]'],
])('%j is refused with file and line', (text, message) => {
  writeFileSync('cdk8s-stateful.yaml', text);
  const { code, out, err } = checked();
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

test('two files of settings are refused', () => {
  writeFileSync('cdk8s-stateful.yaml', STRICT);
  writeFileSync('package.json', '{"cdk8s-stateful": {}}');
  expect(checked().err).toContain('keep one of them [SETTINGS_INVALID]');
});

test('plan and show have sections of their own', () => {
  writeFileSync('cdk8s-stateful.yaml', 'plan:\n  failOn: in-place\nshow:\n  output: json\n');
  writeFileSync('new.txt', SET.replace('  serviceName', '  replicas: 3\n  serviceName'));
  expect(run(['plan', '--from', 'web.txt', '--to', 'new.txt']).code).toBe(1);
  expect(run(['show', 'web.txt']).out).toMatch(/^\{/);
});

describe('the schema', () => {
  const schema = settingsSchema(Object.values(COMMANDS).map((load) => load()));
  const validate = new Ajv({ strict: true }).compile(schema);

  test.each([
    [STRICT, true],
    ['check:\n  stritc: true\n', false],
    ['kubernetesVersion: 1.30\n', false],
    ['check:\n  ignore: UNKNOWN_FIELD\n', false],
    ['plan:\n  failOn: rejected\n', true],
    ['plan:\n  failOn: rejectde\n', false],
    ['strict: true\n', false],
  ])('agrees on %j with what reads it', (text, isValid) => {
    expect(validate(readYamlDocument(text).value)).toBe(isValid);
    writeFileSync('cdk8s-stateful.yaml', text);
    const command = text.startsWith('plan')
      ? ['plan', '--from', 'web.txt', '--to', 'web.txt']
      : ['check', 'web.txt'];
    expect(run(command).code < 2).toBe(isValid);
  });
});
