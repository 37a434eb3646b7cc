import { type Change } from '../policy/change';
import { type UpdatedPair } from '../object-changes';
import { type PlanContext, type PlanPart } from '../plan-model';
import { type SetCircumstances } from '../set-judgements';
import { canaryProcedure } from './canary';
import { dataAtRisk, strangeNames, uidOf } from './set-migration';
import { manualStep } from './step';

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
