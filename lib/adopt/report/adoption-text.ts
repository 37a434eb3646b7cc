import { pathText } from '../../manifests/field-path';
import { objectText } from '../../manifests/manifest';
import { planJson } from '../../plan/report/plan-json';
import { planText } from '../../plan/report/plan-text';
import { type Palette, PLAIN } from '../../text/palette';
import { printable } from '../../text/printable';
import { type Adopted } from '../adopt';
import { type PatchOperation } from '../patch';

/** A field that a patch is about. */
export interface PatchedField {
  /** The object in words. */
  readonly object: string;
  readonly operation: PatchOperation['op'];
  readonly path: string;
}

/** What was adopted, what the types could not say, the faults that are kept, and the plan that proves the rest. */
export function adoptionText(adopted: Adopted, palette: Palette = PLAIN): string {
  return [...noteLines(adopted, palette), '', planText(planJson(adopted.plan), palette)].join('\n');
}

function noteLines(
  { targets, faults, leftOut, patches, plain }: Adopted,
  palette: Palette,
): readonly string[] {
  const lines = [
    palette.strong(`Adopted: ${kindsText(targets.map(({ kind }) => kind))}`),
    ...faults.map(
      ({ object, rule, message }) =>
        `${palette.error('Kept fault')} ${rule.code}: ${objectText(object)}: ${message}`,
    ),
    ...leftOut.map(({ manifest, reason }) => `Left out: ${objectText(manifest)}: ${reason}`),
    ...plain.map(
      ({ target, reason, form }) =>
        `${form === 'none' ? 'Not written' : 'Plain data'}: ${objectText(target.manifest)}: ${reason}`,
    ),
    ...patches.map(
      ({ target, operations }) =>
        `Patched: ${objectText(target.manifest)}: ${[...new Set(operations.map(({ path }) => pathText(path)))].join(', ')}`,
    ),
  ];
  return lines.map(printable);
}

/** The fields that patches are about, one after the other. */
export function patchedFields({ patches }: Adopted): readonly PatchedField[] {
  return patches.flatMap(({ target, operations }) =>
    operations.map(({ op, path }) => ({
      object: objectText(target.manifest),
      operation: op,
      path: pathText(path),
    })),
  );
}

/** How many objects of each kind there are: `2 StatefulSet, 3 Service`. */
export function kindsText(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  kinds.forEach((kind) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  return counts.size === 0 ? 'nothing' : [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}
