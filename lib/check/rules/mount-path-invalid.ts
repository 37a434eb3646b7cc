import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { mountPathProblem } from '../../kubernetes/mount-path';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const mountPathInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'MOUNT_PATH_INVALID',
  severity: Severity.WARNING,
  title: REFUSALS.MOUNT_PATH_INVALID.rule,
  why: "the API server accepts any path; some container runtimes fail on ':', and a relative path starts at the root",
  fix: REFUSALS.MOUNT_PATH_INVALID.fix,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(set.typed.valuesOf('VolumeMount', 'mountPath'), ({ path, value }) => {
      if (typeof value !== 'string' || value === '') {
        return [];
      }
      return faultAt(path, mountPathProblem(value), value);
    }),
};
