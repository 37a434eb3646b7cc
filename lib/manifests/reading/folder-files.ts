import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type InputProblem, InputProblemCode } from './input-problem';
import { unreadable } from './unreadable';

const MANIFEST_FILE = /\.(ya?ml|json)$/i;

/** The files of a folder that may hold manifests, and the folders in it that are not read. */
export interface FolderFiles {
  /** In alphabetical order. */
  readonly files: readonly string[];
  readonly problems: readonly InputProblem[];
}

/** Whether a file of this name in a folder is read. */
export function isManifestFile(name: string): boolean {
  return MANIFEST_FILE.test(name);
}

/**
 * Whether a folder within a folder is read. Not those of tools, which no one means to apply: `node_modules`, and
 * those whose names begin with a dot, such as `.git`.
 */
export function isReadFolder(name: string): boolean {
  return name !== 'node_modules' && !name.startsWith('.');
}

/** What a chart of Helm has beside its templates. */
const CHART_FILE = 'Chart.yaml';

/** Files by which tools know a folder whose manifests they make, and what makes them. */
const BUILT_BY: Readonly<Partial<Record<string, (folder: string) => string>>> = {
  'kustomization.yaml': kustomized,
  'kustomization.yml': kustomized,
  Kustomization: kustomized,
  [CHART_FILE]: templated,
};

function templated(chart: string): string {
  return `helm template NAME ${quoted(chart)} | cdk8s-stateful check -`;
}

function kustomized(folder: string): string {
  return `kubectl kustomize ${quoted(folder)} | cdk8s-stateful check -`;
}

/** A folder as one word for a shell. */
function quoted(folder: string): string {
  return /^[\w./@:+-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`;
}

/**
 * The problem of a folder, by the names of its files, that holds patches, templates and values instead of objects;
 * undefined where it is none. Judging them would find faults that the built manifests have not.
 */
export function unbuiltFolder(folder: string, names: readonly string[]): InputProblem | undefined {
  const mark = names.find((name) => Object.hasOwn(BUILT_BY, name)) ?? '';
  const command = BUILT_BY[mark]?.(folder);
  return command === undefined ? undefined : notBuilt(folder, `has a ${mark}`, command);
}

/** The problem of a folder with the templates of a chart, which are no YAML; undefined where it is none. */
function templatesOfChart(folder: string): InputProblem | undefined {
  const chart = join(folder, '..');
  return basename(resolve(folder)) === 'templates' && existsSync(join(chart, CHART_FILE))
    ? notBuilt(folder, 'has the templates of a chart', templated(chart))
    : undefined;
}

function notBuilt(folder: string, what: string, command: string): InputProblem {
  return {
    code: InputProblemCode.INPUT_NOT_BUILT,
    message: `${what}: what is applied is made of its files; build it first: ${command}`,
    file: folder,
  };
}

/** Lists a folder and the folders in it. Links to files count as files; links to folders are not followed. */
export function filesIn(folder: string): FolderFiles {
  const files: string[] = [];
  const problems: InputProblem[] = [];
  const templates = templatesOfChart(folder);
  if (templates !== undefined) {
    return { files, problems: [templates] };
  }
  const open = [folder];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    const entries = entriesOf(current, problems);
    const unbuilt = unbuiltFolder(
      current,
      entries.map(({ name }) => name),
    );
    if (unbuilt !== undefined) {
      problems.push(unbuilt);
      continue;
    }
    for (const entry of entries) {
      const entryPath = join(current, entry.name);
      if (entry.isDirectory()) {
        if (isReadFolder(entry.name)) {
          open.push(entryPath);
        }
      } else if (isManifestFile(entry.name)) {
        files.push(entryPath);
      }
    }
  }
  return { files: files.sort(), problems };
}

function entriesOf(folder: string, problems: InputProblem[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push(unreadable(folder, error));
    return [];
  }
}
