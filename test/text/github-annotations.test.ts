import { githubAnnotations } from '../../lib/text/github-annotations';
import { noticeWith } from './notices';

test('a notice is a command with file, line and title, and its sentences are lines', () => {
  expect(githubAnnotations([noticeWith()])).toEqual([
    '::error file=dist/web.yaml,line=7,title=A_CODE::StatefulSet prod/web: spec.replicas must be a number, got "a".' +
      '%0AThe API server rejects the object.%0AWrite a number.',
  ]);
});

test('the worst come first: GitHub shows only some of them', () => {
  const levels = ['note', 'error', 'warning', 'error'] as const;
  const annotations = githubAnnotations(
    levels.map((level, index) => noticeWith({ level, code: `C_${index}` })),
  );
  expect(annotations.map((line) => /^::(\w+) .*title=(\w+)::/.exec(line)?.slice(1))).toEqual([
    ['error', 'C_1'],
    ['error', 'C_3'],
    ['warning', 'C_2'],
    ['notice', 'C_0'],
  ]);
});

test('neither a file nor a message of the input ends its property, its line or the command', () => {
  const [line] = githubAnnotations([
    noticeWith({
      source: { file: 'a,line=1::b%2C\r\n::error::c.yaml', line: 3 },
      message: '100%0A\n::error::forged',
      details: [],
    }),
  ]);
  expect(line).toBe(
    '::error file=a%2Cline=1%3A%3Ab%252C\\r\\n%3A%3Aerror%3A%3Ac.yaml,line=3,title=A_CODE::' +
      'StatefulSet prod/web: spec.replicas 100%250A\\n::error::forged.',
  );
});

test('without a place there is the code alone', () => {
  const [line] = githubAnnotations([noticeWith({ source: undefined, details: [] })]);
  expect(line).toMatch(/^::error title=A_CODE::/);
});
