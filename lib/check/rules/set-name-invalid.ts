import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsLabelProblem } from '../../kubernetes/name-rules';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const setNameInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SET_NAME_INVALID',
  severity: Severity.ERROR,
  title: REFUSALS.SET_NAME_INVALID.rule,
  why: 'each pod is named after its set, and the name of a pod is the first part of its DNS name',
  fix: REFUSALS.SET_NAME_INVALID.fix,
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ manifest: { name } }) =>
    name === undefined ? NOT_APPLICABLE : faultAt(['metadata', 'name'], dnsLabelProblem(name), name),
};
