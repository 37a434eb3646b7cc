import { execFileSync } from 'node:child_process';
import { COMMANDS } from '../../lib/cli/commands';
import { completionScript } from '../../lib/cli/completion';
import { run } from './run-program';

/** What bash offers for the last of the words. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${completionScript('bash')}
COMP_WORDS=(cdk8s-stateful "$@"); COMP_CWORD=$#; _cdk8s_stateful; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8', cwd: __dirname })
    .split('\n')
    .filter((line) => line !== '');
}

test.each([
  [[''], ['check', 'plan', 'show', 'adopt', 'completion', 'help']],
  [['ch'], ['check']],
  [['plan', '--fail-on', 'ro'], ['rolling-restart']],
  [
    ['show', '-o', 'm'],
    ['markdown', 'mermaid'],
  ],
  [['check', '--str'], ['--strict']],
  [['check', '--h'], ['--help']],
  [['plan', '--from', 'glob'], ['glob.test.ts']],
  [['check', 'glob'], ['glob.test.ts']],
  [['completion', 'f'], ['fish']],
  [['help', 'pl'], ['plan']],
])('bash completes %j', (words, expected) => {
  expect(offered(...words)).toEqual(expected);
});

test('zsh takes the script of bash, and fish gets a line for each command and option', () => {
  expect(completionScript('zsh')).toContain(completionScript('bash'));
  const fish = completionScript('fish');
  for (const { name, options } of Object.values(COMMANDS).map((load) => load())) {
    expect(fish).toContain(`-a ${name} -d `);
    expect(options.filter((option) => !fish.includes(`${name}' -l ${option.name} `))).toEqual([]);
  }
});

test.each([[[]], [['bahs']], [['bash', 'zsh']]])('%j is refused', (args) => {
  const { code, out, err } = run(['completion', ...args]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('write one of bash, zsh, fish');
});
