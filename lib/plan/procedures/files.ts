import { type Manifest } from '../../facts/manifest';
import { printable } from '../../report/printable';

/**
 * The files that manifests were read from, each once; undefined where a name can't stand in a script, so that the
 * script has to be told.
 */
export function filesOf(manifests: readonly Manifest[]): readonly string[] | undefined {
  const files = [...new Set(manifests.map(({ source }) => source.file))];
  return files.length > 0 && files.every((file) => printable(file) === file) ? files : undefined;
}
