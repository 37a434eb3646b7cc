import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LANGUAGES } from '../package/languages.mjs';
import { bindings, contentOf, packages, run } from './project.mjs';

/** A Maven project with one dependency; Maven brings the others, from Central or from what was made for want of them. */
export function install(folder) {
  const { groupId, artifactId } = contentOf().jsii.targets.java.maven;
  writeFileSync(join(folder, 'pom.xml'), pomOf(groupId, artifactId, contentOf().version));
  // Maven keeps what it once took for this version, and would not look at what was built since.
  rmSync(join(homedir(), '.m2/repository', LANGUAGES.java.folderOf(contentOf())), {
    recursive: true,
    force: true,
  });
  const words = ['--quiet', '--batch-mode', 'dependency:build-classpath', '-Dmdep.outputFile=classpath.txt'];
  run(folder, 'mvn', ...words);
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

function pomOf(groupId, artifactId, version) {
  const repository = (id, path) =>
    `<repository><id>${id}</id><url>${pathToFileURL(path)}</url><releases><updatePolicy>always</updatePolicy></releases></repository>`;
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>app</groupId>
  <artifactId>app</artifactId>
  <version>1.0.0</version>
  <repositories>
    ${repository('packages', join(packages, 'java'))}
    ${repository('bindings', join(bindings, 'java'))}
  </repositories>
  <dependencies>
    <dependency>
      <groupId>${groupId}</groupId>
      <artifactId>${artifactId}</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;
}
