import { JudgedKind } from '../../manifests/facts';
import { textItemsAt } from '../../manifests/field-value';
import { finalizerProblem, finalizersConflict } from '../../kubernetes/finalizers';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

const FINALIZERS = ['spec', 'template', 'metadata', 'finalizers'];

export const podFinalizerInvalid: Rule = {
  code: 'POD_FINALIZER_INVALID',
  severity: Severity.ERROR,
  title: 'a finalizer in the pod template has a name with a domain, such as example.com/cleanup',
  why: 'the API server accepts the set and rejects each of its pods',
  fix: 'remove the finalizer: a pod is not deleted until a controller removes it, and the set waits for that',
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) => {
    const finalizers = textItemsAt(content, FINALIZERS);
    return finalizers.length === 0
      ? NOT_APPLICABLE
      : [
          ...finalizers.flatMap(({ path, value }) => faultAt(path, finalizerProblem(value), value)),
          ...faultAt(
            FINALIZERS,
            finalizersConflict(finalizers.map(({ value }) => value))
              ? 'must not have both orphan and foregroundDeletion'
              : undefined,
          ),
        ];
  },
};
