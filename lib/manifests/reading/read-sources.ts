import { InputBudget } from './input-budget';
import { ProblemList } from './problem-list';
import { isGitSource, readGit } from './read-git';
import { type ReadInput, readPaths } from './read-paths';

/** Reads files, folders, standard input and git revisions, in their order. Never throws on what it reads. */
export function readSources(sources: readonly string[]): ReadInput {
  const budget = new InputBudget();
  const problems = new ProblemList();
  const read = sources.map((source) =>
    isGitSource(source)
      ? { ...readGit(source, budget), constructMetadataFiles: [] }
      : readPaths([source], budget),
  );
  read.forEach((found) => {
    problems.addAll(found);
  });
  return {
    manifests: read.flatMap(({ manifests }) => manifests),
    ...problems.toProblems(),
    constructMetadataFiles: read.flatMap(({ constructMetadataFiles }) => constructMetadataFiles),
  };
}
