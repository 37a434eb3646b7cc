import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { isEmptySelector } from '../../kubernetes/label-selector';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const selectorEmpty: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SELECTOR_EMPTY',
  severity: Severity.ERROR,
  title: REFUSALS.SELECTOR_EMPTY.rule,
  why: 'an empty selector would match every pod of the namespace',
  fix: 'put the labels of the pods on spec.selector.matchLabels',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ selector }) =>
    selector === undefined
      ? NOT_APPLICABLE
      : faultAt(SET_PATHS.selector, isEmptySelector(selector) ? 'must not be empty' : undefined),
};
