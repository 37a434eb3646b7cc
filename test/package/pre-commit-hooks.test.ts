import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../cli/run-program';
import { readYaml, REPOSITORY } from './yaml';

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly files: string;
  readonly pass_filenames: boolean;
}

const hooks = readYaml('.pre-commit-hooks.yaml') as readonly Hook[];

/** What pre-commit runs: the words of the entry, and the arguments of the user in place of those of the hook. */
function runHook({ entry, args = [] }: Hook, given: readonly string[] = args): ReturnType<typeof run> {
  const [program, ...words] = entry.split(' ');
  const { bin } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
    readonly bin: Readonly<Record<string, string>>;
  };
  expect(Object.keys(bin)).toContain(program);
  return run([...words, ...given]);
}

test('there is a hook for check, and one for plan', () => {
  expect(hooks.map(({ id }) => id)).toEqual(['cdk8s-stateful-check', 'cdk8s-stateful-plan']);
});

test.each(hooks)('$id passes where nothing is wrong', (hook) => {
  // Tests run in the folder of the repository, as hooks do, and it holds dist/.
  expect(runHook(hook)).toMatchObject({ code: 0, err: '' });
});

test('the check fails where something is wrong', () => {
  expect(runHook(hooks[0], ['docs/inputs/broken.yaml']).code).toBe(1);
});

test('the plan fails where the API server would reject the change', () => {
  const old = readFileSync(join(REPOSITORY, 'dist/nginx.k8s.yaml'), 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'pre-commit-'));
  writeFileSync(
    join(folder, 'new.yaml'),
    old.replace('serviceName: nginx-stateful-service', 'serviceName: other'),
  );
  const { code, out } = runHook(hooks[1], ['--from', 'git:HEAD:dist', '--to', folder]);
  rmSync(folder, { recursive: true });
  expect(code).toBe(1);
  expect(out).toContain('spec.serviceName');
});

test.each(hooks)('$id starts for manifests, and reads folders as a whole', ({ files, language, ...hook }) => {
  const pattern = new RegExp(files);
  expect(['dist/web.k8s.yaml', 'a/b.yml', 'c.json'].every((file) => pattern.test(file))).toBe(true);
  expect(['main.ts', 'yaml.md'].some((file) => pattern.test(file))).toBe(false);
  expect([language, hook.pass_filenames]).toEqual(['node', false]);
});

test('the configuration of the documentation names hooks and options that there are', () => {
  const { repos } = readYaml('docs/examples/pre-commit-config.yaml') as {
    readonly repos: readonly [{ readonly hooks: readonly Hook[] }];
  };
  for (const { id, args } of repos[0].hooks) {
    const hook = hooks.find((one) => one.id === id);
    expect(hook).toBeDefined();
    // The folder is not there: the options are known, or this would be wrong usage.
    expect(hook && runHook(hook, args).err).not.toContain('--help');
  }
});
