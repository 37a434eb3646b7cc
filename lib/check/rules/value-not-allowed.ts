import { JudgedKind } from '../../manifests/facts';
import { valuesInTable } from '../../manifests/typed-objects';
import { ALLOWED_VALUES, type AllowedValues, valuesIn } from '../../kubernetes/allowed-values';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const valueNotAllowed: Rule = {
  code: 'VALUE_NOT_ALLOWED',
  severity: Severity.ERROR,
  title: 'a field that takes a few texts has one of them',
  why: 'the API server refuses other texts; those of a pod only when the pod is created, before Kubernetes 1.34',
  fix: 'write one of the texts that the field takes: upper and lower case count',
  refusedSince: KubernetesVersion.V1_28,
  kinds: Object.values(JudgedKind),
  check: (object, { version }) =>
    judgeEach(valuesInTable(object, version, ALLOWED_VALUES), ({ path, value, entry: allowed }) =>
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
