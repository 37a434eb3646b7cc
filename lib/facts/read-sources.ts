import { isGitSource, readGit } from './read-git';
import { type ReadInput, readPaths } from './read-paths';

/** Reads files, folders, standard input and git revisions, in their order. Never throws on what it reads. */
export function readSources(sources: readonly string[]): Pick<ReadInput, 'manifests' | 'problems'> {
  const read = sources.map((source) => (isGitSource(source) ? readGit(source) : readPaths([source])));
  return {
    manifests: read.flatMap(({ manifests }) => manifests),
    problems: read.flatMap(({ problems }) => problems),
  };
}
