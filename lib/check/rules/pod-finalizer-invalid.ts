import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { finalizerProblem, finalizersConflict } from '../../kubernetes/finalizers';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const podFinalizerInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'POD_FINALIZER_INVALID',
  severity: Severity.ERROR,
  title: 'a finalizer in the pod template has a name with a domain, such as example.com/cleanup',
  why: 'the API server accepts the set and rejects each of its pods',
  fix: 'remove the finalizer: a pod is not deleted until a controller removes it, and the set waits for that',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const finalizers = set.writtenTexts(SET_PATHS.podFinalizers);
    return finalizers.length === 0
      ? NOT_APPLICABLE
      : [
          ...finalizers.flatMap(({ path, value }) => faultAt(path, finalizerProblem(value), value)),
          ...faultAt(
            SET_PATHS.podFinalizers,
            finalizersConflict(finalizers.map(({ value }) => value))
              ? 'must not have both orphan and foregroundDeletion'
              : undefined,
          ),
        ];
  },
};
