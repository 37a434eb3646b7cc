// One source, one package for each release of cdk8s-plus: cdk8s-stateful is made for cdk8s-plus-28, and an edition of it
// for each later one is written here. An edition stands in build/editions/, and has the tools of this repository.
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const editions = join(root, 'build/editions');

/** By the number of the edition: the release of cdk8s-plus that it is compiled with, and the least that it takes. */
export const RELEASES = { 31: '2.6.43', 32: '2.5.92', 33: '2.5.57', 34: '2.0.54' };
export const NUMBERS = Object.keys(RELEASES);

/** All that an edition is compiled and tested with. */
const SOURCES = [
  ...['lib', 'imports', 'examples', 'test', 'docs', 'bench', 'dist', 'scripts'],
  ...['package.json', 'tsconfig.json', 'tsconfig.test.json', 'jest.config.js', 'jest.newest-cdk8s.config.js'],
  ...['README.md', 'API.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'cdk8s.yaml', '.gitignore'],
  'cdk8s-stateful.schema.json',
];

/** Writes the sources of an edition, and returns their folder. */
export function writeEdition(number) {
  const folder = join(editions, `cdk8s-stateful-${number}`);
  for (const name of SOURCES) {
    rmSync(join(folder, name), { recursive: true, force: true });
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  for (const file of filesIn(folder)) {
    const text = readFileSync(file, 'utf8');
    const rewritten = rewrittenSource(text, number);
    if (rewritten !== text) {
      writeFileSync(file, rewritten);
    }
  }
  rmSync(join(folder, 'node_modules'), { force: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const manifest = join(folder, 'package.json');
  writeFileSync(manifest, rewrittenManifest(readFileSync(manifest, 'utf8'), number));
  return folder;
}

/** The sources: what is compiled, and the texts of the code. */
function filesIn(folder) {
  return ['lib', 'examples', 'test', 'docs', 'bench']
    .flatMap((name) =>
      readdirSync(join(folder, name), { recursive: true }).map((file) => join(folder, name, file)),
    )
    .concat(
      ['jest.config.js', 'jest.newest-cdk8s.config.js', 'README.md', 'API.md'].map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => /\.([cm]?[jt]s|md|snap)$/.test(file) && statSync(file).isFile());
}

/** The package is imported by another name; the command (`PROGRAM`) and the annotations of manifests keep theirs. */
function rewrittenSource(text, number) {
  return text
    .replaceAll('cdk8s-plus-28', `cdk8s-plus-${number}`)
    .replaceAll(/(node_modules\/cdk8s-stateful)(?![-\w])/g, `$1-${number}`)
    .replaceAll(
      /(?<!PROGRAM = )'(\^?)cdk8s-stateful(['/$])(?!acknowledge)/g,
      `'$1cdk8s-stateful-${number}$2`,
    );
}

function rewrittenManifest(text, number) {
  const manifest = JSON.parse(text);
  const { python, java, go, dotnet } = manifest.jsii.targets;
  const targets = {
    python: { distName: `${python.distName}-${number}`, module: `${python.module}_${number}` },
    java: {
      package: `${java.package}${number}`,
      maven: { ...java.maven, artifactId: `${java.maven.artifactId}-${number}` },
    },
    go: { ...go, packageName: `${go.packageName}${number}` },
    dotnet: { namespace: `${dotnet.namespace}${number}`, packageId: `${dotnet.packageId}${number}` },
  };
  const rewritten = {
    ...manifest,
    name: `${manifest.name}-${number}`,
    jsii: { ...manifest.jsii, targets },
    peerDependencies: renamed(manifest.peerDependencies, number, `^${RELEASES[number]}`),
    peerDependenciesMeta: renamed(manifest.peerDependenciesMeta, number),
    devDependencies: renamed(manifest.devDependencies, number, RELEASES[number]),
  };
  return `${JSON.stringify(rewritten, undefined, 2)}\n`;
}

/** The dependencies with cdk8s-plus of another number, and of another version where one is given. */
function renamed(dependencies, number, version) {
  const entries = Object.entries(dependencies ?? {}).map(([name, value]) =>
    name === 'cdk8s-plus-28' ? [`cdk8s-plus-${number}`, version ?? value] : [name, value],
  );
  return Object.fromEntries(entries);
}

/** An empty project that the releases of cdk8s-plus are installed in, beside the editions. */
export function writeEditionsProject() {
  mkdirSync(editions, { recursive: true });
  const dependencies = Object.fromEntries(
    NUMBERS.map((number) => [`cdk8s-plus-${number}`, RELEASES[number]]),
  );
  writeFileSync(join(editions, 'package.json'), JSON.stringify({ private: true, dependencies }));
}
