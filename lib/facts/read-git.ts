import { execFileSync } from 'node:child_process';
import { type InputProblem, InputProblemCode } from './input-problem';
import { type Manifest } from './manifest';
import { readManifests } from './read-manifests';
import { type ReadInput } from './read-paths';

const REVISION = /^git:([^:]+):(.*)$/s;
const MANIFEST_FILE = /\.(ya?ml|json)$/i;
const MAX_BYTES = 100 * 1024 * 1024;

/** Whether the text means files of a git revision: `git:REVISION:PATH`. */
export function isGitSource(text: string): boolean {
  return text.startsWith('git:');
}

/** Reads the manifests that a path held in a git revision. The path is relative to the current folder. */
export function readGit(source: string): Pick<ReadInput, 'manifests' | 'problems'> {
  const [, revision = '', path = ''] = REVISION.exec(source) ?? [];
  if (revision === '' || revision.startsWith('-')) {
    return failure(source, 'write git:REVISION:PATH, such as git:v1.2.0:dist');
  }
  try {
    const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).trim();
    const files = filesOf(commit, path === '' ? '.' : path);
    return files.length === 0
      ? failure(source, 'the revision holds no .yaml, .yml or .json file at this path')
      : readFiles(source, files);
  } catch (error) {
    return failure(source, reasonOf(error));
  }
}

interface GitFile {
  readonly blob: string;
  readonly path: string;
}

/** Regular files below the path: the whole tree is listed by git, which reads the path literally. */
function filesOf(commit: string, path: string): readonly GitFile[] {
  const entries = git('--literal-pathspecs', 'ls-tree', '-r', '-z', '--full-name', commit, '--', path);
  const files = entries.split('\0').flatMap((entry): readonly GitFile[] => {
    const [, blob, name] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    return blob && name ? [{ blob, path: name }] : [];
  });
  return files.length === 1 ? files : files.filter((file) => MANIFEST_FILE.test(file.path));
}

function readFiles(source: string, files: readonly GitFile[]): Pick<ReadInput, 'manifests' | 'problems'> {
  const revision = REVISION.exec(source)?.[1] ?? '';
  const manifests: Manifest[] = [];
  const problems: InputProblem[] = [];
  for (const { blob, path } of files) {
    if (path.endsWith('construct-metadata.json')) {
      continue;
    }
    const found = readManifests(git('cat-file', 'blob', blob), `${revision}:${path}`);
    found.manifests.forEach((manifest) => manifests.push(manifest));
    found.problems.forEach((problem) => problems.push(problem));
  }
  return { manifests, problems };
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, {
    encoding: 'utf8',
    maxBuffer: MAX_BYTES,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function reasonOf(error: unknown): string {
  const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: unknown };
  if (code === 'ENOENT') {
    return 'git is not installed';
  }
  const [first = ''] = typeof stderr === 'string' ? stderr.trim().split('\n') : [];
  return first === '' ? 'git knows no such revision' : `git says: ${first.replace(/^fatal: /, '')}`;
}

function failure(file: string, message: string): Pick<ReadInput, 'manifests' | 'problems'> {
  return { manifests: [], problems: [{ code: InputProblemCode.INPUT_NOT_FOUND, message, file }] };
}
