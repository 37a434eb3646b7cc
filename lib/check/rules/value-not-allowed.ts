import { REFUSALS } from '../../errors/refusals';
import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { ALLOWED_VALUES, type AllowedValues, valuesIn } from '../../kubernetes/allowed-values';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';
import { REJECTED_LATER_IN_TEMPLATES } from '../why-text';

export const valueNotAllowed: Rule = {
  code: 'VALUE_NOT_ALLOWED',
  severity: Severity.ERROR,
  title: REFUSALS.VALUE_NOT_ALLOWED.rule,
  why: REJECTED_LATER_IN_TEMPLATES,
  fix: 'write one of the values that the field takes; they are case-sensitive',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object, { version }) =>
    judgeEach(object.typed.valuesInTable(ALLOWED_VALUES), ({ path, value, entry: allowed }) =>
      typeof value === 'string' || value === null
        ? faultAt(path, textProblem(value ?? '', allowed, version), value)
        : [],
    ),
};

function textProblem(value: string, allowed: AllowedValues, version: KubernetesVersion): string | undefined {
  if (allowed.since !== undefined && !isAtLeast(version, allowed.since)) {
    return undefined;
  }
  const values = valuesIn(allowed, version);
  if (values.includes(value) || (value === '' && allowed.emptyIsAbsent)) {
    return undefined;
  }
  return values.length === 1 ? `must be ${values[0]}` : `must be one of ${values.join(', ')}`;
}
