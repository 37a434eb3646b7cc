import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const script = join(__dirname, '../../scripts/package/lean-python.mjs');

/** What a function of the script returns. It is an ES module, which Node.js loads by itself. */
function call(name: string, ...words: readonly unknown[]): string {
  const program = `
    import { ${name} } from ${JSON.stringify(script)};
    process.stdout.write(${name}(...JSON.parse(process.argv[1])));`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program, JSON.stringify(words)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function lean(text: string): string {
  return call('withoutChecksOfDefaults', text);
}

/** A method, and the stub from which the types of its arguments are read, as jsii-pacmak writes them. */
function generated(argument: string): string {
  return `
    def mount(self, path, set=None):
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__1)
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
            check_type(argname="argument set", value=set, expected_type=type_hints["set"])
        return path

def _typecheckingstub__1(
    path: builtins.str,
    ${argument},
) -> None:
    """Type checking stubs"""
    pass
`;
}

test('an optional argument is compared with its type where it is given', () => {
  const text = lean(generated('set: typing.Optional[builtins.str] = None'));
  expect(text).toContain(`
            if set is not None:
                check_type(argname="argument set", value=set, expected_type=type_hints["set"])
        return path
`);
});

test('an argument that must be given is compared in any case', () => {
  const text = lean(generated('set: typing.Optional[builtins.str] = None'));
  expect(text).toContain(`
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
`);
});

test('fails where nothing is optional: the generator may write it in another way', () => {
  expect(() => lean(generated('set: builtins.str'))).toThrow('no checks of optional arguments');
});

test('links of the README lead to the repository, and images to their bytes', () => {
  const repository = { url: 'git+https://example.com/owner/name.git' };
  const readme = [
    '[rules](docs/rules.md#order), ![pods](docs/pods.svg),',
    '[elsewhere](https://example.org), [below](#below)',
  ];
  expect(call('withAbsoluteLinks', readme.join('\n'), repository).split('\n')).toEqual([
    '[rules](https://example.com/owner/name/blob/main/docs/rules.md#order), ![pods](https://example.com/owner/name/raw/main/docs/pods.svg),',
    '[elsewhere](https://example.org), [below](#below)',
  ]);
});
