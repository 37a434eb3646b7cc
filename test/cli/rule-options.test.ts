import { ENGINE_RULES, RULES } from '../../lib/check/rules';
import { run } from './run-program';

test('--list-rules prints each rule in a line, and checks nothing', () => {
  const { code, out, err } = run(['check', '/no/such/file', '--list-rules']);
  expect([code, err]).toEqual([0, '']);
  const rules = [...RULES, ...ENGINE_RULES];
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/)),
  ).toEqual(rules.map(({ code: rule, severity, title }) => [rule, severity, title]));
});

test.each(['MAX_UNAVAILABLE_DROPPED', 'max_unavailable_dropped'])(
  '--explain %s prints why, the fix and the page',
  (code) => {
    const { out } = run(['check', '--explain', code]);
    expect(out).toMatch(/^warning MAX_UNAVAILABLE_DROPPED\n {2}\S.*\.\n {2}why: .*\n {2}fix: .*\n/);
    expect(out).toContain('Kubernetes versions: until 1.36\n');
    expect(out).toMatch(/ {2}page: https:.*#max_unavailable_dropped\n$/);
  },
);

test('a code that no rule has is refused, with the one that was probably meant', () => {
  const { code, err } = run(['check', '--explain', 'MAX_UNAVAILABLE_DROPED']);
  expect(code).toBe(2);
  expect(err).toContain('did you mean MAX_UNAVAILABLE_DROPPED?');
});
