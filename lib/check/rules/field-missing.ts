import { REFUSALS } from '../../errors/refusals';
import { fieldOf, isList, type JsonValue } from '../../manifests/json';
import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { fieldsAskedFor } from '../../kubernetes/required-fields';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';
import { REJECTED_LATER_IN_TEMPLATES } from '../why-text';

export const fieldMissing: Rule = {
  code: 'FIELD_MISSING',
  severity: Severity.ERROR,
  title: REFUSALS.FIELD_MISSING.rule,
  why: REJECTED_LATER_IN_TEMPLATES,
  fix: 'write the field',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object) =>
    judgeEach(
      [...object.decoded.objects].filter(([type]) => fieldsAskedFor(type).length > 0),
      ([type, objects]) =>
        objects.flatMap(({ path, value }) =>
          fieldsAskedFor(type)
            .filter((field) => isEmpty(fieldOf(value, field)))
            .map((field): Fault => ({ path: [...path, field], problem: 'must be given' })),
        ),
    ),
};

function isEmpty(value: JsonValue | undefined): boolean {
  return value === undefined || value === '' || (isList(value) && value.length === 0);
}
