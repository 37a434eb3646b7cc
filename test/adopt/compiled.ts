import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App, type Chart } from 'cdk8s';
import * as ts from 'typescript';

const ROOT = path.join(__dirname, '..', '..');

/** Files of code by their names, which stand in a folder that does not exist. */
export type Sources = ReadonlyMap<string, string>;

/** What a strict compiler finds wrong with files of generated code: one program for all of them. */
export function compilerProblems(sources: Sources): readonly string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file)).config,
    ts.sys,
    ROOT,
  );
  const paths = { 'cdk8s-stateful': [path.join(ROOT, 'lib/index.ts')] };
  const compilerOptions = {
    ...options,
    noEmit: true,
    composite: false,
    incremental: false,
    declaration: false,
    paths,
  };
  const host = ts.createCompilerHost(compilerOptions);
  const files = new Map([...sources].map(([name, text]) => [path.join(ROOT, 'test', 'adopt', name), text]));
  const generated: ts.CompilerHost = {
    ...host,
    fileExists: (file) => files.has(file) || host.fileExists(file),
    readFile: (file) => files.get(file) ?? host.readFile(file),
    getSourceFile: (file, languageVersion, ...rest) => {
      const text = files.get(file);
      return text === undefined
        ? host.getSourceFile(file, languageVersion, ...rest)
        : ts.createSourceFile(file, text, languageVersion, true);
    },
  };
  const program = ts.createProgram([...files.keys()], compilerOptions, generated);
  return [...files.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText, start = 0 }) =>
        `${path.basename(file)}:${source?.getLineAndCharacterOfPosition(start).line ?? 0}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
}

/** The chart that printed code makes, compiled and run as an app would run it. */
export function chartOf(code: string): Chart {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported: Record<string, new (scope: App, id: string) => Chart> = {};
  // What is imported is what this test imports: there is one cdk8s.
  const load = (name: string): unknown => jest.requireActual(name);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- generated code is run to see what it does
  new Function('exports', 'require', outputText)(exported, load);
  const [made] = Object.values(exported);
  return new made(new App(), 'chart');
}

/** The files that Prettier would change, by the configuration of this repository. */
export function unformatted(sources: Sources): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'adopt-'));
  try {
    sources.forEach((text, name) => {
      writeFileSync(path.join(folder, name), text);
    });
    const prettier = path.join(ROOT, 'node_modules/prettier/bin/prettier.cjs');
    const { stdout } = spawnSync(
      process.execPath,
      [prettier, '--config', path.join(ROOT, '.prettierrc.json'), '--list-different', folder],
      { encoding: 'utf8' },
    );
    return stdout.split('\n').filter((line) => line !== '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
