import { packageVersion } from '../../lib/cli/package-version';
import { run } from './run-program';

test.each([['--help'], ['-h'], ['help']])('%s lists the commands', (arg) => {
  const { code, out, err } = run([arg]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('\n  check ');
});

test.each([[['check', '--help']], [['help', 'check']], [['--help', 'check']], [['check', '-h', 'x.yaml']]])(
  '%j prints the help of the command',
  (args) => {
    const { code, out } = run(args);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: cdk8s-stateful check /);
  },
);

test('--version prints the version of the package', () => {
  expect(run(['--version'])).toEqual({ code: 0, out: `${packageVersion()}\n`, err: '' });
  expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/);
});

test.each([[[]], [['chekc']], [['help', 'chekc']]])(
  'fails on %j, with the help on standard error',
  (args) => {
    const { code, out, err } = run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: cdk8s-stateful COMMAND');
  },
);

test('a misspelt command is told with the one that was probably meant', () => {
  expect(run(['chekc']).err).toMatch(/^cdk8s-stateful: unknown command 'chekc'; did you mean check\?\n/);
  expect(run(['destroy']).err).toMatch(/^cdk8s-stateful: unknown command 'destroy'\n/);
});
