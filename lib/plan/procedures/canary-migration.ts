import { type Change } from '../policy/change';
import { Effect } from '../policy/effect';
import { type UpdatedPair } from '../object-changes';
import { type PlanContext, type PlanPart } from '../plan-model';
import { type SetCircumstances } from '../set-judgements';
import { nameList } from '../../text/name-list';
import { canaryProcedure } from './canary';
import { dataAtRisk, strangeNames, uidOf } from './set-migration';
import { manualStep, type Step } from './step';

/** The rungs for a set whose pods get another template, where they were asked for, or why there are none. */
export function canaryMigrationOf(
  pair: UpdatedPair,
  { before, after, isTemplateChanged }: SetCircumstances,
  changes: readonly Change[],
  { canary, home, apply: { mode } }: PlanContext,
): Pick<PlanPart, 'procedure' | 'obstacles'> {
  if (canary === undefined || !isTemplateChanged) {
    return {};
  }
  const namespace = pair.namespace ?? home;
  const obstacles = [
    ...(after.updateStrategy === 'RollingUpdate'
      ? []
      : [
          manualStep(
            `Give ${pair.object} the strategy RollingUpdate first`,
            'With OnDelete every pod waits until somebody deletes it: delete them one by one instead, each when the one before is ready.',
          ),
        ]),
    ...strangeNames(pair.object, [before.name, namespace]),
    ...dataAtRisk(pair.object, changes, true),
  ];
  return obstacles.length > 0
    ? { obstacles }
    : {
        procedure: canaryProcedure({
          object: pair.object,
          rungs: canary,
          mode,
          before,
          after,
          namespace,
          uid: uidOf(pair.written.old),
          written: pair.written.new ?? {},
        }),
      };
}

/**
 * Rungs apply the manifest of the set alone, and the other objects come last: what pods of the new template may need has
 * to be there before.
 */
export function changesBesideCanary(parts: readonly PlanPart[]): readonly Step[] {
  const others = parts
    .filter(({ procedure }) => procedure?.script.back === undefined)
    .flatMap(({ changes }) =>
      changes.filter(({ effect }) => effect !== Effect.NONE).map(({ object }) => object),
    );
  const names = [...new Set(others)];
  return names.length === 0 || parts.every(({ procedure }) => procedure?.script.back === undefined)
    ? []
    : [
        manualStep(
          `Apply ${nameList(names)} first, then plan the canary`,
          'Pods of the new template may need what changes beside it, and the rungs apply the sets alone.',
        ),
      ];
}
