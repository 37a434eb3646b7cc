import { JudgedKind } from '../../manifests/facts';
import { textOf } from '../../manifests/json';
import { located } from '../../manifests/field-value';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const nameMissing: Rule = {
  code: 'NAME_MISSING',
  severity: Severity.ERROR,
  title: 'each object has a name',
  why: 'the API server identifies an object by its kind, namespace and name',
  fix: 'write metadata.name',
  refusedSince: KubernetesVersion.V1_28,
  kinds: Object.values(JudgedKind),
  check: ({ content, name }) => {
    const metadata = located(content, ['metadata'])?.value;
    if ((textOf(metadata, 'generateName') ?? '') !== '') {
      return NOT_APPLICABLE;
    }
    const isMissing = name === '' || located(content, ['metadata', 'name']) === undefined;
    return isMissing ? [{ path: ['metadata', 'name'], problem: 'must be given' }] : [];
  },
};
