import { type Manifest } from '../../manifests/manifest';
import { isGitSource } from '../../manifests/reading/read-git';
import { descriptorOf } from '../../manifests/reading/read-paths';

/**
 * The files that `kubectl apply` reads the manifests from, each once; undefined where they come from a stream or a git
 * revision: the script has to be told then.
 */
export function filesOf(
  sources: readonly string[],
  manifests: readonly Manifest[],
): readonly string[] | undefined {
  const files = [...new Set(manifests.map(({ source }) => source.file))];
  const areFiles = sources.every((source) => descriptorOf(source) === undefined && !isGitSource(source));
  return areFiles && files.length > 0 ? files : undefined;
}
