import { textOf, type JsonObject } from '../manifests/json';
import { SET_PATHS, type SetView } from '../manifests/views/set-view';
import { isSame } from './differences/differences';
import { type ObjectPair } from './differences/object-pair';
import { type StoredViews } from './stored-views';

/** A set that goes, and the one that comes in its place. */
export interface Rename {
  readonly from: ObjectPair & { readonly before: JsonObject };
  readonly to: ObjectPair & { readonly after: JsonObject };
}

type Going = Rename['from'];
type Coming = Rename['to'];

/** Removed sets matched with similar new ones, the most similar pairs first. */
export function renamesOf(pairs: readonly ObjectPair[], stored: StoredViews): readonly Rename[] {
  const sets = pairs.filter(({ kind }) => kind === 'StatefulSet');
  const going = sets.filter((pair): pair is Going => pair.before !== undefined && pair.after === undefined);
  const coming = sets.filter((pair): pair is Coming => pair.after !== undefined && pair.before === undefined);
  const likely = going
    .flatMap((from) =>
      coming.map((to) => ({
        from,
        to,
        likeness: likenessOf(stored.setOf(from.before, from), stored.setOf(to.after, to)),
      })),
    )
    .filter(({ likeness }) => likeness >= 2)
    .sort((a, b) => b.likeness - a.likeness);
  const renames: Rename[] = [];
  for (const { from, to } of likely) {
    if (!renames.some((rename) => rename.from === from || rename.to === to)) {
      renames.push({ from, to });
    }
  }
  return renames;
}

/** How many signs say that two sets are one and the same. */
function likenessOf(before: SetView, after: SetView): number {
  const [selector, newSelector] = [before, after].map((set) => set.written(SET_PATHS.selector)?.value);
  const [images, newImages] = [before, after].map(imagesOf);
  const [templates, newTemplates] = [before, after].map(claimTemplateNames);
  const signs = [
    before.name === after.name,
    isSame(selector, newSelector),
    before.serviceName !== undefined && before.serviceName === after.serviceName,
    images.length > 0 && isSame(images, newImages),
    templates.length > 0 && isSame(templates, newTemplates),
  ];
  return signs.filter(Boolean).length;
}

/** The images without tags: a release that renames a set often has a new image too. */
function imagesOf({ mainContainers }: SetView): readonly string[] {
  return mainContainers.map(({ value }) =>
    (textOf(value, 'image') ?? '').replace(/(?::[^/:@]+)?(?:@.*)?$/, ''),
  );
}

function claimTemplateNames({ claimTemplates }: SetView): readonly string[] {
  return claimTemplates.map(({ name }) => name);
}
