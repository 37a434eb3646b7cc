import { FULLY_JUDGED_KINDS, JudgedKind, judgedKindOf } from '../../manifests/judged-kind';
import { finalizerProblem, finalizersConflict } from '../../kubernetes/finalizers';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { labelKeyProblem } from '../../kubernetes/name-rules';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../rule';

const FINALIZERS = ['metadata', 'finalizers'];

export const finalizerInvalid: Rule = {
  code: 'FINALIZER_INVALID',
  severity: Severity.ERROR,
  title: 'a finalizer has a name with a domain, such as example.com/cleanup',
  fix: 'write a name such as example.com/cleanup, or remove the finalizer: the object is not deleted until a controller removes it',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object) => {
    const finalizers = object.writtenTexts(FINALIZERS);
    if (finalizers.length === 0) {
      return NOT_APPLICABLE;
    }
    // The API server asks those of a budget for no domain.
    const problemOf =
      judgedKindOf(object.manifest) === JudgedKind.BUDGET ? labelKeyProblem : finalizerProblem;
    return [
      ...finalizers.flatMap(({ path, value }) => faultAt(path, problemOf(value), value)),
      ...faultAt(
        FINALIZERS,
        finalizersConflict(finalizers.map(({ value }) => value))
          ? 'must not have both orphan and foregroundDeletion'
          : undefined,
      ),
    ];
  },
};
