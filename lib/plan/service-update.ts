import { type Change } from './policy/change';
import { type UpdatedPair, withRefusals } from './object-changes';
import { type PlanContext, type PlanPart } from './plan-model';
import { immutableFieldOf } from './policy/field-policy';
import { SERVICE_REPLACEABLE } from './procedures/replace-service';
import { serviceMigrationOf } from './procedures/service-migration';
import { invalidText } from './refusals/rejection-text';
import { refusedInService } from './refusals/update-validation';

/** What an apply does to a Service that both sides have. */
export function planService(pair: UpdatedPair, changes: readonly Change[], context: PlanContext): PlanPart {
  if (changes.length === 0) {
    return { changes };
  }
  const refused = refusedInService(pair, context);
  const all = withRefusals(changes, pair, refused);
  const isMoved = all.some(({ cause }) => SERVICE_REPLACEABLE.has(cause.code));
  const causes = [
    ...all.flatMap(addressCauses),
    ...refused.map(({ message }) => `spec.clusterIPs[0]: ${message}`),
  ];
  return {
    changes: all,
    rejections:
      causes.length === 0
        ? []
        : [{ object: pair.object, message: invalidText('Service', pair.name, causes) }],
    ...(isMoved && refused.length === 0 ? serviceMigrationOf(pair, context) : {}),
  };
}

function addressCauses({ cause, after }: Change): readonly string[] {
  const value = JSON.stringify(Array.isArray(after) ? after : [after]);
  const field = immutableFieldOf(cause.code);
  return field === undefined ? [] : [`spec.${field}[0]: Invalid value: ${value}: may not change once set`];
}
