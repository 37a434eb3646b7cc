import { givenText } from '../../manifests/json';
import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const nameMissing: Rule = {
  code: 'NAME_MISSING',
  severity: Severity.ERROR,
  title: 'each object has a name',
  why: 'the API server identifies an object by its kind, namespace and name',
  fix: 'write metadata.name',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object) => {
    if (givenText(object.written(['metadata'])?.value, 'generateName') !== undefined) {
      return NOT_APPLICABLE;
    }
    const name = object.written(['metadata', 'name'])?.value;
    const isMissing = name === undefined || name === '';
    return isMissing ? [{ path: ['metadata', 'name'], problem: 'must be given' }] : [];
  },
};
