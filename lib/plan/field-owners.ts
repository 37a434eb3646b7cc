import { type FieldType, objectTypeOf, typeWithin } from '../kubernetes/fields';
import { textOf } from '../manifests/json';
import { type FieldPath } from '../manifests/field-path';
import { type Conflict } from './differences/server-apply/server-apply';
import { type FieldOwner, ownerText } from './differences/server-apply/field-managers';
import { elementName, stepText } from './differences/server-apply/step-text';
import { readingKeyOf } from './differences/list-keys';
import { type UpdatedPair, withRefusals } from './object-changes';
import { type Change } from './policy/change';
import { Effect } from './policy/effect';
import { type Rejection } from './refusals/rejection-text';

/** The changes with each that a server-side apply is refused for, because another field manager has set the field. */
export function withConflicts(changes: readonly Change[], pair: UpdatedPair): readonly Change[] {
  const owners = new Map<string, { readonly path: FieldPath; readonly owners: readonly FieldOwner[] }>();
  const [apiVersion = '', kind = ''] = ['apiVersion', 'kind'].map((field) => textOf(pair.after, field));
  const type = objectTypeOf(apiVersion, kind);
  for (const { steps, owner } of pair.conflicts) {
    const path = pathOf(steps, type);
    const key = JSON.stringify(path);
    owners.set(key, { path, owners: [...(owners.get(key)?.owners ?? []), owner] });
  }
  const refused = [...owners.values()].map(({ path, owners: managers }) => ({
    path,
    cause: { code: 'FIELD_CONFLICT' as const, managers },
    message: '',
  }));
  return withRefusals(changes, pair, refused);
}

/** The steps as reports have them: elements of lists by the names that people read them by. */
function pathOf(steps: Conflict['steps'], root: FieldType): FieldPath {
  let type: FieldType | undefined = root;
  return steps.map((step) => {
    const readingKey = readingKeyOf(type);
    type = typeWithin(type, step.startsWith('f:') ? step.slice(2) : 0);
    return step.startsWith('k:') ? elementName(step, readingKey) : step.slice(2);
  });
}

/** What kubectl prints of conflicts. */
export function conflictRejection(object: string, conflicts: readonly Conflict[]): Rejection {
  const fieldText = ({ steps }: Conflict): string => steps.map(stepText).join('');
  if (conflicts.length === 1) {
    const [only] = conflicts;
    return {
      object,
      message: `error: Apply failed with 1 conflict: conflict with ${ownerText(only.owner)}: ${fieldText(only)}`,
    };
  }
  const owners = [...new Set(conflicts.map(({ owner }) => ownerText(owner)))].sort();
  const lines = owners.flatMap((text) => [
    `conflicts with ${text}:`,
    ...conflicts
      .filter(({ owner }) => ownerText(owner) === text)
      .map((conflict) => `- ${fieldText(conflict)}`),
  ]);
  return {
    object,
    message: `error: Apply failed with ${conflicts.length} conflicts: ${lines.join('\n')}`,
  };
}

/** That it is not known who has set the fields of an object of a cluster. */
export function unknownOwnersChange({ object, areOwnersUnknown }: UpdatedPair): readonly Change[] {
  return areOwnersUnknown
    ? [
        {
          object,
          path: ['metadata', 'managedFields'],
          effect: Effect.NONE,
          cause: { code: 'FIELD_OWNERS_UNKNOWN' },
        },
      ]
    : [];
}
