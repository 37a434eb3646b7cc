import { decodingFaultsOf, type UnknownField } from '../../manifests/decoding-faults';
import { JudgedKind } from '../../manifests/facts';
import { fieldNamesOf, versionsOf } from '../../kubernetes/fields';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { nearestName } from '../../manifests/nearest-name';
import { type Fault, type Rule, Severity } from '../rule';

export const unknownField: Rule = {
  code: 'UNKNOWN_FIELD',
  severity: Severity.ERROR,
  title: 'each field is one that the version of Kubernetes knows',
  why: 'kubectl asks for strict decoding: the object is refused; without it the field is dropped without a word',
  fix: 'remove the field, or correct its name or its indentation',
  refusedSince: KubernetesVersion.V1_28,
  kinds: Object.values(JudgedKind),
  check: (object, { version }) =>
    decodingFaultsOf(object, version).unknownFields.map((field) => faultOf(field, version)),
};

function faultOf({ path, type }: UnknownField, version: KubernetesVersion): Fault {
  const name = String(path.at(-1));
  const versions = versionsOf(type, name);
  if (versions !== undefined) {
    const [first, last] = versions;
    const range = first === last ? `Kubernetes ${first} alone` : `Kubernetes ${first} to ${last}`;
    return {
      path,
      problem: `is not known to Kubernetes ${version}, but to ${range}`,
      fix: 'remove the field, or check for the version that the cluster runs with --kubernetes-version',
    };
  }
  const meant = nearestName(name, fieldNamesOf(type, version));
  return {
    path,
    problem: `is no field of ${type.replace(/:.*/, '')}`,
    ...(meant === undefined ? {} : { fix: `did you mean ${meant}?` }),
  };
}
