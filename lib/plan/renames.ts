import { fieldOf, isList, isObject, textOf, type JsonObject, type JsonValue } from '../manifests/json';
import { valueAt } from '../manifests/field-path';
import { isSame } from './differences/differences';
import { type ObjectPair } from './differences/object-pair';

/** A set that goes, and the one that comes in its place. */
export interface Rename {
  readonly from: ObjectPair & { readonly before: JsonObject };
  readonly to: ObjectPair & { readonly after: JsonObject };
}

type Going = Rename['from'];
type Coming = Rename['to'];

/** Removed sets matched with similar new ones, the most similar pairs first. */
export function renamesOf(pairs: readonly ObjectPair[]): readonly Rename[] {
  const sets = pairs.filter(({ kind }) => kind === 'StatefulSet');
  const going = sets.filter((pair): pair is Going => pair.before !== undefined && pair.after === undefined);
  const coming = sets.filter((pair): pair is Coming => pair.after !== undefined && pair.before === undefined);
  const likely = going
    .flatMap((from) => coming.map((to) => ({ from, to, likeness: likenessOf(from, to) })))
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
function likenessOf(from: Going, to: Coming): number {
  const [old, now] = [fieldOf(from.before, 'spec'), fieldOf(to.after, 'spec')];
  const [templates, newTemplates] = [old, now].map(claimTemplateNames);
  const signs = [
    from.name === to.name,
    isSame(fieldOf(old, 'selector'), fieldOf(now, 'selector')),
    textOf(old, 'serviceName') !== undefined && textOf(old, 'serviceName') === textOf(now, 'serviceName'),
    isSame(imagesOf(old), imagesOf(now)) && imagesOf(old).length > 0,
    templates.length > 0 && isSame(templates, newTemplates),
  ];
  return signs.filter(Boolean).length;
}

/** The images without tags: a release that renames a set often has a new image too. */
function imagesOf(spec: JsonValue | undefined): readonly string[] {
  return elementsOf(valueAt(spec, ['template', 'spec', 'containers'])).map((container) =>
    (textOf(container, 'image') ?? '').replace(/(?::[^/:@]+)?(?:@.*)?$/, ''),
  );
}

function claimTemplateNames(spec: JsonValue | undefined): readonly string[] {
  return elementsOf(fieldOf(spec, 'volumeClaimTemplates')).map(
    (template) => textOf(fieldOf(template, 'metadata'), 'name') ?? '',
  );
}

function elementsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}
