import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
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

/** Files by which tools know a folder whose manifests they make, and what makes them. */
const BUILT_BY: Readonly<Partial<Record<string, (folder: string) => string>>> = {
  'kustomization.yaml': kustomized,
  'kustomization.yml': kustomized,
  Kustomization: kustomized,
  'Chart.yaml': (folder) => `helm template NAME ${quoted(folder)} | cdk8s-stateful check -`,
};

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
  return command === undefined
    ? undefined
    : {
        code: InputProblemCode.INPUT_NOT_BUILT,
        message: `has a ${mark}: what is applied is made of its files; build it first: ${command}`,
        file: folder,
      };
}

/** Lists a folder and the folders in it. Links to files count as files; links to folders are not followed. */
export function filesIn(folder: string): FolderFiles {
  const files: string[] = [];
  const problems: InputProblem[] = [];
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
