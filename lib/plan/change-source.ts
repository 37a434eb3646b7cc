import { type Manifest, objectText, type Source } from '../manifests/manifest';
import { homeNamespace } from './differences/object-pair';
import { writtenPath } from './differences/written-path';
import { type PlanInput } from './plan-model';
import { type Change } from './policy/change';

/**
 * Where changes are written: file and line of the field in the new manifests, or of the nearest field around it; in the
 * old manifests where the object goes. Undefined where no file holds the object.
 */
export function changeSources(
  input: Pick<PlanInput, 'old' | 'new' | 'namespace'>,
): (change: Change) => Source | undefined {
  const home = homeNamespace(input.old, input.new, input.namespace);
  const [old, wanted] = [input.old, input.new].map((manifests) => byObjectText(manifests, home));
  return ({ object, path, cause }) => {
    // A set that is renamed is another object: the one that comes says so.
    const written = wanted.get('replacement' in cause ? cause.replacement : object);
    if (written !== undefined && written.source.file !== '') {
      return { ...written.source, line: written.lineOf(writtenPath(path, written.content)) };
    }
    const source = old.get(object)?.source;
    return source?.file === '' ? undefined : source;
  };
}

/** Objects in words as changes have them. Where several have the same name, the last one counts, as in an apply. */
function byObjectText(
  manifests: readonly Manifest[],
  home: string | undefined,
): ReadonlyMap<string, Manifest> {
  return new Map(
    manifests.flatMap((manifest) => {
      const namespace = manifest.namespace ?? home;
      return [
        [objectText({ ...manifest, namespace }), manifest],
        [objectText(manifest), manifest],
      ] as const;
    }),
  );
}
