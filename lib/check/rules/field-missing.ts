import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { fieldOf, isList, type JsonValue } from '../../manifests/json';
import { objectsByType } from '../../manifests/typed-objects';
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
  kinds: Object.values(JudgedKind),
  check: (object, { version }) =>
    judgeEach(
      [...objectsByType(object, version)].filter(([type]) => fieldsAskedFor(type).length > 0),
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
