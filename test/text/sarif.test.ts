import { type Notice } from '../../lib/text/notice';
import { sarifText } from '../../lib/text/sarif';
import { noticeWith, rulesOf } from './notices';
import { sarifErrors } from './sarif-schema';

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly name: string }[] };
    };
    readonly invocations: readonly object[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation?: {
          readonly artifactLocation: { readonly uri: string };
          readonly region?: object;
        };
        readonly logicalLocations?: readonly object[];
      }[];
      readonly partialFingerprints?: object;
    }[];
  }[];
}

function logOf(notices: readonly Notice[], codes: readonly string[] = ['A_CODE', 'B_CODE']): Log {
  const log = JSON.parse(
    sarifText(notices, { command: 'check', version: '1.2.3', rules: rulesOf(...codes) }),
  ) as Log;
  expect(sarifErrors(log)).toEqual([]);
  return log;
}

function uriOf(file: string): string | undefined {
  const [result] = logOf([noticeWith({ source: { file } })]).runs[0].results;
  return result.locations[0].physicalLocation?.artifactLocation.uri;
}

test('a log without notices is valid, and its run went well', () => {
  const [run] = logOf([]).runs;
  expect([run.results, run.tool.driver.rules, run.invocations]).toEqual([
    [],
    [],
    [{ executionSuccessful: true }],
  ]);
});

test('each notice is a result with its rule, place and fingerprint', () => {
  const [run] = logOf([noticeWith({ code: 'B_CODE' }), noticeWith(), noticeWith({ code: 'B_CODE' })]).runs;
  expect(run.tool.driver.rules.map(({ id, name }) => [id, name])).toEqual([
    ['B_CODE', 'BCode'],
    ['A_CODE', 'ACode'],
  ]);
  expect(run.results.map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex])).toEqual([
    ['B_CODE', 0],
    ['A_CODE', 1],
    ['B_CODE', 0],
  ]);
  expect(run.results[1]).toMatchObject({
    level: 'error',
    message: {
      text: 'StatefulSet prod/web: spec.replicas must be a number, got "a". The API server rejects the object. Write a number.',
    },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: 'dist/web.yaml' }, region: { startLine: 7 } },
        logicalLocations: [
          {
            name: 'StatefulSet prod/web',
            fullyQualifiedName: 'StatefulSet prod/web spec.replicas',
            kind: 'resource',
          },
        ],
      },
    ],
    partialFingerprints: { 'cdk8sStateful/v1': 'A_CODE StatefulSet prod/web spec.replicas' },
  });
});

test.each([
  ['./dist/../web.yaml', 'web.yaml'],
  ['../web.yaml', '../web.yaml'],
  ['/srv/a b/web.yaml', 'file:///srv/a%20b/web.yaml'],
  ['HEAD:dist/web.yaml', 'HEAD%3Adist/web.yaml'],
  ['standard input', 'standard%20input'],
  ['100%#?.yaml', '100%25%23%3F.yaml'],
  ['', undefined],
])('the address of the file %j is %s', (file, uri) => {
  expect(uriOf(file)).toBe(uri);
});

test('a notice without a place or an object is a result all the same', () => {
  const [result] = logOf([noticeWith({ source: undefined, object: undefined, fingerprint: undefined })])
    .runs[0].results;
  expect([result.locations, result.partialFingerprints]).toEqual([[{}], undefined]);
});

test('what has no rule is a problem of the input, and the run was no success', () => {
  const problem = noticeWith({
    code: 'INPUT_SYNTAX',
    object: undefined,
    path: '',
    message: 'bad indentation',
  });
  const [run] = logOf([problem]).runs;
  expect([run.results, run.tool.driver.rules]).toEqual([[], []]);
  expect(run.invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ descriptor: { id: 'INPUT_SYNTAX' }, level: 'error' }],
    },
  ]);
});

test('text of the input makes no link', () => {
  const [result] = logOf([noticeWith({ message: 'got [here](https://a.b)' })]).runs[0].results;
  expect(result.message.text).toContain('[here] (https://a.b)');
});
