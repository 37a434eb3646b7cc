import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { NUMBER_RANGES, rangeProblem } from '../../kubernetes/number-ranges';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';
import { REJECTED_LATER_IN_TEMPLATES } from '../why-text';

export const numberOutOfRange: Rule = {
  code: 'NUMBER_OUT_OF_RANGE',
  severity: Severity.ERROR,
  title: 'each number is within the range of its field',
  why: REJECTED_LATER_IN_TEMPLATES,
  fix: 'write a number within the range, or leave the field out for its default',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object) =>
    judgeEach(object.typed.valuesInTable(NUMBER_RANGES), ({ path, value, entry: range }) =>
      typeof value === 'number' ? faultAt(path, rangeProblem(value, range), value) : [],
    ),
};
