import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { dnsLabelProblem, setNameLengthProblem } from '../../kubernetes/name-rules';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const setNameTooLong: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SET_NAME_TOO_LONG',
  severity: Severity.ERROR,
  title: REFUSALS.SET_NAME_TOO_LONG.rule,
  why: 'the API server accepts up to 63 characters, but a label of each pod holds the name and a revision hash and has at most 63: no pod is ever created',
  fix: 'choose a shorter name before the first release: renaming a set later means moving its data',
  kinds: [JudgedKind.STATEFUL_SET],
  // A name that is no DNS label is refused outright: set-name-invalid says so.
  check: ({ name }) =>
    dnsLabelProblem(name) !== undefined
      ? NOT_APPLICABLE
      : faultAt(['metadata', 'name'], setNameLengthProblem(name), name),
};
