import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LANGUAGES } from '../package/languages.mjs';
import { bindings, contentOf, packages, run } from './project.mjs';

const { folderOf, modulePath } = LANGUAGES.go;

/** A module that finds ours, and what was made for want of it in the module proxy, in their folders. */
export function install(folder) {
  const own = contentOf();
  const modules = [
    { path: modulePath(own), version: own.version, folder: join(packages, 'go', folderOf(own)) },
    ...Object.keys(own.peerDependencies)
      .map((name) => contentOf(name))
      .map((content) => ({
        path: modulePath(content),
        version: content.version,
        folder: join(bindings, 'go', folderOf(content)),
      })),
  ].filter((module) => existsSync(module.folder));
  writeFileSync(
    join(folder, 'go.mod'),
    [
      'module app',
      `require ${modules[0].path} v${modules[0].version}`,
      ...modules.map((module) => `replace ${module.path} => ${module.folder}`),
    ].join('\n\n'),
  );
  return {
    file: (name) => `${name}.go`,
    command: (program) => [compiled(folder, program)],
  };
}

/** The first program brings the dependencies. */
function compiled(folder, program) {
  const name = basename(dirname(program));
  const source = join(folder, 'programs', name);
  mkdirSync(source, { recursive: true });
  copyFileSync(program, join(source, 'main.go'));
  run(folder, 'go', 'mod', 'tidy');
  run(folder, 'go', 'build', '-o', join(folder, 'bin', name), `./programs/${name}`);
  return join(folder, 'bin', name);
}
