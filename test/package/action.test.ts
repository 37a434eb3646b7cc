import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from '../cli/run-program';
import { readYaml, REPOSITORY } from './yaml';

interface Step {
  readonly uses?: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

type Inputs = Readonly<Record<string, string>>;

const action = readYaml('action.yml') as Action;
const [step] = action.runs.steps;

/** An `npm` that keeps the words that it is given, one a line, and ends with the given code. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'action-'));
  writeFileSync(join(folder, 'npm'), `#!/bin/sh\nprintf '%s\\n' "$@" > "$WORDS"\nexit "$CODE"\n`);
  chmodSync(join(folder, 'npm'), 0o755);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the step of the action as a runner does: as Bash that stops at errors, with the inputs as variables. */
function runAction(inputs: Inputs, code = 0): { code: number | null; err: string; words: readonly string[] } {
  const words = join(folder, 'words');
  writeFileSync(words, '');
  const values = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, input.default]),
  );
  const env = Object.fromEntries(
    Object.entries(step.env).map(([name, text]) => [name, filledIn(text, { ...values, ...inputs })]),
  );
  const script = join(folder, 'script.sh');
  writeFileSync(script, step.run);
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...env,
      PATH: [folder, process.env.PATH].join(delimiter),
      WORDS: words,
      CODE: String(code),
    },
  });
  return { code: status, err: stderr, words: readFileSync(words, 'utf8').split('\n').slice(0, -1) };
}

/** What the runner makes of an expression. */
function filledIn(text: string, inputs: Inputs): string {
  return text.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name: string) => inputs[name]);
}

/** What the words that npm is given run of this package, and of which package. */
function commandOf([, , source, , , ...words]: readonly string[]): {
  source: string;
  words: readonly string[];
} {
  return { source, words };
}

test('the action is one step of Bash', () => {
  expect(action.runs).toMatchObject({ using: 'composite', steps: [{ shell: 'bash' }] });
});

test('no text of an input becomes part of the script', () => {
  expect(step.run).not.toContain('${{');
  const { code, words } = runAction({ arguments: '$(touch injected)\n`id`; exit 3\n--strict "a b"' });
  expect(code).toBe(0);
  expect(commandOf(words).words).toEqual(['check', '$(touch injected)', '`id`; exit 3', '--strict "a b"']);
});

test('without inputs it checks dist with the newest version', () => {
  const { words } = runAction({});
  expect(words.slice(0, 5)).toEqual([
    'exec',
    '--yes',
    '--package=cdk8s-stateful@latest',
    '--',
    'cdk8s-stateful',
  ]);
  expect(commandOf(words).words).toEqual(['check', 'dist']);
});

test('its command line runs, and finds what is wrong in a folder', () => {
  const inputs = {
    arguments: `${join(REPOSITORY, 'docs/inputs/broken.yaml')}\n\n--output=json\n`,
    package: './a.tgz',
  };
  const { source, words } = commandOf(runAction(inputs).words);
  expect(source).toBe('--package=./a.tgz');
  const { code, out } = run(words);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ summary: { errors: 3 } });
});

test('it fails where the command does', () => {
  expect(runAction({}, 1).code).toBe(1);
});

test.each(['', 'check; id', 'exec', '-c'])('it refuses the command %j', (command) => {
  const { code, err, words } = runAction({ command });
  expect([code, words]).toEqual([2, []]);
  expect(err).toContain('write check, plan or show');
});

test('the workflow of the documentation gives the action inputs that it has', () => {
  const { jobs } = readYaml('docs/examples/workflow.yaml') as {
    readonly jobs: { readonly manifests: { readonly steps: readonly Step[] } };
  };
  const uses = jobs.manifests.steps.filter(({ uses: name }) => name?.startsWith('cdk8s-stateful/'));
  expect(uses).toHaveLength(2);
  for (const { with: inputs = {} } of uses) {
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
    const { code, words } = runAction(inputs as Inputs);
    expect(code).toBe(0);
    // The folder is not there: the options are known, or this would be wrong usage.
    expect(run(commandOf(words).words).err).not.toContain('--help');
  }
});
