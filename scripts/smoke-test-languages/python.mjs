import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileIn, packages, run } from './project.mjs';

/** An empty virtual environment with the wheel; pip brings cdk8s and cdk8s-plus-28. */
export function install(folder) {
  run(folder, 'python3', '-m', 'venv', 'venv');
  const bin = join(folder, 'venv/bin');
  const wheel = fileIn(join(packages, 'python'), '.whl');
  run(folder, join(bin, 'python'), '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wheel);
  const python = join(bin, 'python');
  return {
    file: (name) => `${name}.py`,
    /** The words that run a program, once it is compiled; Python itself may get options. */
    command: (program, ...options) => [python, ...options, program],
    test: (cwd) => {
      testCommand(cwd, join(bin, 'cdk8s-stateful'));
      testReadme(run(cwd, python, '-c', PRINT_README));
      const types = run(cwd, python, join(import.meta.dirname, 'wrong_types.py'));
      assert.equal(types, 'types are checked\n');
    },
  };
}

const PRINT_README = 'import importlib.metadata as m; print(m.metadata("cdk8s-stateful").get_payload())';

/** The README speaks Python, and its links lead somewhere from PyPI. */
function testReadme(text) {
  assert.match(text, /^StatefulSet\(self, "nginx-statefulset",$/m);
  assert.doesNotMatch(text, /\]\((?!https?:|#)/);
}

/** The wheel has the command; `adopt` makes constructs, and takes another way to Node.js than the others. */
function testCommand(cwd, stateful) {
  assert.match(run(cwd, stateful, 'check', 'dist'), /^0 errors/);
  assert.match(run(cwd, stateful, 'adopt', 'dist'), /new StatefulSet\(this/);
}
