import type * as ChildProcess from 'node:child_process';
import { posix } from 'node:path';
import { groupedBy } from '../grouped';
import { isManifestFile, isReadFolder, unbuiltFolder } from './folder-files';
import { type InputBudget } from './input-budget';
import { type InputProblem, InputProblemCode } from './input-problem';
import { type Manifest } from '../manifest';
import { ProblemList } from './problem-list';
import { readManifests } from './read-manifests';
import { CONSTRUCT_METADATA_FILE, type ReadManifests } from './read-paths';
import { decoded } from './read-text';
import { unreadable } from './unreadable';

const REVISION = /^git:([^:]+):(.*)$/s;

/** A list of all files of a large repository is longer than what Node.js takes from a program by itself. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** Whether the text means files of a git revision: `git:REVISION:PATH`. */
export function isGitSource(text: string): boolean {
  return text.startsWith('git:');
}

/** Reads the manifests that a path held in a git revision. The path is relative to the current folder. */
export function readGit(source: string, budget: InputBudget): ReadManifests {
  const [, revision = '', path = ''] = REVISION.exec(source) ?? [];
  if (revision === '' || revision.startsWith('-')) {
    return failure(source, 'write git:REVISION:PATH, such as git:v1.2.0:dist');
  }
  try {
    const commit = gitText(
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    ).trim();
    const files = filesOf(commit, path === '' ? '.' : path);
    return files.length === 0
      ? failure(source, 'the revision holds no .yaml, .yml or .json file at this path')
      : readFiles(revision, files, budget);
  } catch (error) {
    return failure(source, reasonOf(error));
  }
}

interface GitFile {
  readonly blob: string;
  readonly bytes: number;
  readonly path: string;
}

/** Regular files below the path: the whole tree is listed by git, which reads the path literally. */
function filesOf(commit: string, path: string): readonly GitFile[] {
  const listing = ['ls-tree', '-r', '-l', '-z', '--full-name', commit, '--', path];
  const entries = gitText('--literal-pathspecs', ...listing).split('\0');
  const files = entries.flatMap((entry): readonly GitFile[] => {
    const [, blob, bytes, name] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(entry) ?? [];
    return blob && name ? [{ blob, bytes: Number(bytes), path: name }] : [];
  });
  const folder = posix.join(gitText('rev-parse', '--show-prefix').trimEnd(), path);
  return files.filter((file) => file.path === folder || isReadIn(folder, file.path));
}

/** Whether a file would be read if its folder were: see {@link filesIn}. */
function isReadIn(folder: string, file: string): boolean {
  const below = posix.relative(folder, file);
  const [name, ...folders] = (below.startsWith('..') ? file : below).split('/').reverse();
  return isManifestFile(name) && folders.every(isReadFolder);
}

/** The folders among files that are to be built first: what is below them is not read. */
function unbuiltFolders(files: readonly GitFile[]): ReadonlyMap<string, InputProblem> {
  const names = groupedBy(files, ({ path }) => posix.dirname(path));
  return new Map(
    [...names].flatMap(([folder, own]) => {
      const problem = unbuiltFolder(
        folder,
        own.map(({ path }) => posix.basename(path)),
      );
      return problem === undefined ? [] : [[folder, problem]];
    }),
  );
}

function readFiles(revision: string, files: readonly GitFile[], budget: InputBudget): ReadManifests {
  const manifests: Manifest[] = [];
  const problems = new ProblemList();
  // Where a file itself is named, it is read, whatever stands beside it.
  const unbuilt = files.length === 1 ? new Map<string, InputProblem>() : unbuiltFolders(files);
  for (const problem of unbuilt.values()) {
    problems.add(() => ({ ...problem, file: `${revision}:${problem.file}` }));
  }
  for (const { blob, bytes, path } of files) {
    const isBelow = [...unbuilt.keys()].some((folder) => folder === '.' || path.startsWith(`${folder}/`));
    if (isBelow || posix.basename(path) === CONSTRUCT_METADATA_FILE) {
      continue;
    }
    const file = `${revision}:${path}`;
    if (!budget.covers(bytes)) {
      problems.add(() => budget.problem(file));
      continue;
    }
    budget.spend(bytes);
    const found = readBlob(blob, file);
    found.manifests.forEach((manifest) => manifests.push(manifest));
    problems.addAll(found);
  }
  return { manifests, ...problems.toProblems() };
}

function readBlob(blob: string, file: string): ReadManifests {
  const bytes = git('cat-file', 'blob', blob);
  try {
    return readManifests(decoded(bytes), file);
  } catch (error) {
    return { manifests: [], problems: [unreadable(file, error)], moreProblems: 0 };
  }
}

function gitText(...args: readonly string[]): string {
  return git(...args).toString('utf8');
}

function git(...args: readonly string[]): Buffer {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- takes a tenth of the start of Node.js, and is rarely needed
  const { execFileSync } = require('node:child_process') as typeof ChildProcess;
  return execFileSync('git', args, { maxBuffer: MAX_OUTPUT_BYTES, stdio: ['ignore', 'pipe', 'pipe'] });
}

function reasonOf(error: unknown): string {
  const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: unknown };
  switch (code) {
    case 'ENOENT':
      return 'git is not installed';
    case 'ENOBUFS':
      return 'the revision holds too many files at this path; name a folder in it';
    default: {
      const [first = ''] = Buffer.isBuffer(stderr) ? stderr.toString('utf8').trim().split('\n') : [];
      return first === '' ? 'git knows no such revision' : `git says: ${first.replace(/^fatal: /, '')}`;
    }
  }
}

function failure(file: string, message: string): ReadManifests {
  return {
    manifests: [],
    problems: [{ code: InputProblemCode.INPUT_NOT_FOUND, message, file }],
    moreProblems: 0,
  };
}
