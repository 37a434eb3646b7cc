import { ManifestYaml } from '../../app/yaml/manifest-yaml';
import { DEFAULT_KUBERNETES_VERSION } from '../../kubernetes/kubernetes-version';
import { type Adopted } from '../adopt';
import { appNameOf } from '../chart-name';
import { stringLiteral } from '../code/literal-text';
import { printProgram } from '../code/print-program';
import { readmeText } from './readme';

/** A file of the app that is written, by its path in the folder of the app. */
export interface AppFile {
  readonly path: string;
  readonly content: string;
}

/** The file that the chart is held against. */
export const ADOPTED_FILE = 'adopted.yaml';

/** The file of the code. */
export function chartFile({ program }: Pick<Adopted, 'program'>): AppFile {
  return { path: 'chart.ts', content: printProgram(program) };
}

/**
 * All files of an app that builds: the chart, what it was adopted from, and a test that holds the one against the other.
 *
 * @param libraryVersion the version of this package that the app depends on
 */
export function appFiles(adopted: Adopted, libraryVersion: string): readonly AppFile[] {
  const name = npmName(appNameOf(adopted.targets));
  return [
    { path: 'package.json', content: json(packageOf(name, libraryVersion)) },
    { path: 'tsconfig.json', content: json(TSCONFIG) },
    { path: 'cdk8s.yaml', content: 'language: typescript\napp: node build/main.js\n' },
    { path: 'main.ts', content: mainText(adopted, name) },
    chartFile(adopted),
    { path: 'chart.test.ts', content: testText(adopted, name) },
    { path: ADOPTED_FILE, content: adoptedText(adopted) },
    { path: 'README.md', content: readmeText(name, adopted) },
  ];
}

/** A name that npm takes. */
function npmName(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' ? 'adopted' : plain;
}

/** JSON as Prettier lays it out: short lists on one line. */
function json(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2).replaceAll(
    /\[\n\s+([^[\]{}]*?)\n\s*\]/g,
    (_, elements: string) => `[${elements.replaceAll(/\n\s+/g, ' ')}]`,
  );
  return `${text}\n`;
}

function packageOf(name: string, libraryVersion: string): unknown {
  return {
    name,
    version: '0.0.0',
    private: true,
    scripts: { build: 'tsc', synth: 'tsc && cdk8s synth', test: 'jest' },
    dependencies: {
      cdk8s: '^2.68.11',
      'cdk8s-plus-28': '^2.5.6',
      'cdk8s-stateful': `^${libraryVersion}`,
      constructs: '^10.3.0',
    },
    devDependencies: {
      '@types/jest': '^30.0.0',
      '@types/node': '^20.19.0',
      'cdk8s-cli': '^2.207.0',
      jest: '^30.5.0',
      'ts-jest': '^29.4.0',
      typescript: '~6.0.3',
    },
    jest: { preset: 'ts-jest', testMatch: ['<rootDir>/*.test.ts'] },
    prettier: { singleQuote: true, trailingComma: 'all', printWidth: 110 },
  };
}

const TSCONFIG = {
  compilerOptions: {
    target: 'es2022',
    module: 'node16',
    moduleResolution: 'node16',
    types: ['jest', 'node'],
    strict: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    isolatedModules: true,
    skipLibCheck: true,
    rootDir: '.',
    outDir: 'build',
  },
  include: ['*.ts'],
};

function mainText({ program }: Adopted, name: string): string {
  return [
    "import { App } from 'cdk8s-stateful';",
    `import { ${program.className} } from './chart';`,
    '',
    'const app = new App();',
    `new ${program.className}(app, ${stringLiteral(name)});`,
    'app.synth();',
    '',
  ].join('\n');
}

function testText({ program, version, namespace }: Adopted, name: string): string {
  const options = [
    ...(version === DEFAULT_KUBERNETES_VERSION ? [] : [`kubernetesVersion: ${versionMember(version)}`]),
    ...(namespace === undefined ? [] : [`namespace: ${stringLiteral(namespace)}`]),
  ];
  const given = options.length === 0 ? '' : `, { ${options.join(', ')} }`;
  const names = version === DEFAULT_KUBERNETES_VERSION ? ['App'] : ['App', 'KubernetesVersion'];
  return [
    "import 'cdk8s-stateful/jest';",
    "import { join } from 'node:path';",
    `import { ${names.join(', ')} } from 'cdk8s-stateful';`,
    `import { ${program.className} } from './chart';`,
    '',
    "it('can be applied over what was adopted', () => {",
    `  const chart = new ${program.className}(new App(), ${stringLiteral(name)});`,
    `  expect(chart).toBeUpgradeSafeFrom(join(__dirname, '${ADOPTED_FILE}')${given});`,
    '});',
    '',
  ].join('\n');
}

function versionMember(version: string): string {
  return `KubernetesVersion.V${version.replace('.', '_')}`;
}

/** What was adopted, without secrets and what else the code leaves out. */
function adoptedText({ targets }: Adopted): string {
  return new ManifestYaml().stringify(targets.map(({ manifest }) => manifest.content));
}
