import { type UnknownField } from '../../manifests/decoded';
import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { nearestName } from '../../manifests/nearest-name';
import { fieldNamesOf, versionsOf } from '../../kubernetes/fields';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, type Rule, Severity } from '../rule';

export const unknownField: Rule = {
  code: 'UNKNOWN_FIELD',
  severity: Severity.ERROR,
  title: 'each field exists in this version of Kubernetes',
  why: 'kubectl validates strictly and the API server rejects the object; without validation it silently drops the field',
  fix: 'remove the field, or correct its name or its indentation',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object, { version }) => object.decoded.unknownFields.map((field) => faultOf(field, version)),
};

function faultOf({ path, type }: UnknownField, version: KubernetesVersion): Fault {
  const name = String(path.at(-1));
  const versions = versionsOf(type, name);
  if (versions !== undefined) {
    const [first, last] = versions;
    const range = first === last ? `Kubernetes ${first}` : `Kubernetes ${first} to ${last}`;
    return {
      path,
      problem: `is not a field in Kubernetes ${version}, only in ${range}`,
      fix: 'remove the field, or name the version of the cluster with --kubernetes-version',
    };
  }
  const meant = nearestName(name, fieldNamesOf(type, version));
  return {
    path,
    problem: `is not a field of ${type.replace(/:.*/, '')}`,
    ...(meant === undefined ? {} : { fix: `did you mean ${meant}?` }),
  };
}
