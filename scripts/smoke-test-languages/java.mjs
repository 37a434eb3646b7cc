import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { LANGUAGES } from '../package/languages.mjs';
import { contentOf, root, run } from './project.mjs';

/** The Maven project that the page on languages shows: with one dependency, which brings the others. */
export function install(folder) {
  copyFileSync(join(root, 'docs/examples/pom.xml'), join(folder, 'pom.xml'));
  // Maven keeps what it once took for this version, and would not look at what was built since.
  rmSync(join(homedir(), '.m2/repository', LANGUAGES.java.folderOf(contentOf())), {
    recursive: true,
    force: true,
  });
  const options = ['--quiet', '--batch-mode', `-Dclone=${root}`, '-Dmdep.outputFile=classpath.txt'];
  run(folder, 'mvn', ...options, 'dependency:build-classpath');
  const classpath = readFileSync(join(folder, 'classpath.txt'), 'utf8').trim();
  return {
    file: (name) => `${name[0].toUpperCase()}${name.slice(1)}.java`,
    command: (program) => {
      const classes = join(folder, 'classes', basename(dirname(program)));
      run(folder, 'javac', '-cp', classpath, '-d', classes, program);
      return ['java', '-cp', `${classes}:${classpath}`, basename(program, '.java')];
    },
  };
}
