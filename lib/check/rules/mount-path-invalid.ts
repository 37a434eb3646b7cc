import { REFUSALS } from '../../errors/refusals';
import { mountPathProblem } from '../../kubernetes/mount-path';
import { JudgedKind } from '../../manifests/facts';
import { valuesOfField } from '../../manifests/typed-objects';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const mountPathInvalid: Rule = {
  code: 'MOUNT_PATH_INVALID',
  severity: Severity.WARNING,
  title: REFUSALS.MOUNT_PATH_INVALID.rule,
  why: "the API server accepts any path; some container runtimes fail on ':', and a relative path starts at the root",
  fix: REFUSALS.MOUNT_PATH_INVALID.fix,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) =>
    judgeEach(valuesOfField(set, version, 'VolumeMount', 'mountPath'), ({ path, value }) => {
      if (typeof value !== 'string' || value === '') {
        return [];
      }
      return faultAt(path, mountPathProblem(value), value);
    }),
};
