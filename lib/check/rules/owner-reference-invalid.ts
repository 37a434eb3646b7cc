import { type Located, repeatedBy } from '../../manifests/field-value';
import { fieldOf, type JsonObject, textOf } from '../../manifests/json';
import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

const REQUIRED = ['apiVersion', 'kind', 'name', 'uid'];

export const ownerReferenceInvalid: Rule = {
  code: 'OWNER_REFERENCE_INVALID',
  severity: Severity.ERROR,
  title: 'an owner reference has apiVersion, kind, name and uid, and at most one owner is the controller',
  fix: 'remove metadata.ownerReferences: controllers write them, and only the cluster knows the uid',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object) => {
    const owners = object.writtenObjects(['metadata', 'ownerReferences']);
    // The API server drops a reference that is there already.
    const repeated = repeatedBy(owners, ({ value }) => JSON.stringify(Object.entries(value).sort()));
    const controllers = owners.filter(
      (owner) => fieldOf(owner.value, 'controller') === true && !repeated.includes(owner),
    );
    return judgeEach(owners, (owner) => [
      ...ownerFaults(owner),
      ...faultAt(
        [...owner.path, 'controller'],
        controllers.indexOf(owner) > 0 ? 'must not be true for a second owner' : undefined,
      ),
    ]);
  },
};

function ownerFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const apiVersion = textOf(value, 'apiVersion') ?? '';
  return [
    ...REQUIRED.filter((field) => (fieldOf(value, field) ?? '') === '').map((field): Fault => ({
      path: [...path, field],
      problem: 'must be given',
    })),
    ...faultAt(
      [...path, 'apiVersion'],
      apiVersion === '' || /^([^/]*\/)?[^/]+$/.test(apiVersion)
        ? undefined
        : 'must be a version, or a group and a version such as apps/v1',
      apiVersion,
    ),
    ...faultAt(
      [...path, 'kind'],
      apiVersion === 'v1' && textOf(value, 'kind') === 'Event' ? 'must not be Event' : undefined,
    ),
  ];
}
