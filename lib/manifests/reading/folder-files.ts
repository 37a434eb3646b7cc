import { type Dirent, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { type InputProblem } from './input-problem';
import { unreadable } from './unreadable';

const MANIFEST_FILE = /\.(ya?ml|json)$/i;

/** The files of a folder that may hold manifests, and the folders in it that cannot be read. */
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

/** Lists a folder and the folders in it. Links to files count as files; links to folders are not followed. */
export function filesIn(folder: string): FolderFiles {
  const files: string[] = [];
  const problems: InputProblem[] = [];
  const open = [folder];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const entry of entriesOf(current, problems)) {
      const entryPath = path.join(current, entry.name);
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
