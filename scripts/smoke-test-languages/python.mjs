import { join } from 'node:path';
import { fileIn, packages, run } from './project.mjs';

/** An empty virtual environment with the wheel; pip brings cdk8s and cdk8s-plus-28. */
export function install(folder) {
  run(folder, 'python3', '-m', 'venv', 'venv');
  const bin = join(folder, 'venv/bin');
  const wheel = fileIn(join(packages, 'python'), '.whl');
  run(folder, join(bin, 'python'), '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wheel);
  return {
    extension: 'py',
    analysis: 'analysis.py',
    /** The words that run a program, once it is compiled. */
    command: (program) => [join(bin, 'python'), program],
    stateful: join(bin, 'cdk8s-stateful'),
  };
}
