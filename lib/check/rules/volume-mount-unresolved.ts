import { JudgedKind } from '../../manifests/facts';
import { textOf } from '../../manifests/json';
import { objectsAt } from '../../manifests/field-value';
import { claimTemplateName, claimTemplatesOf, containersAt, POD_SPEC } from '../../manifests/stateful-set';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const volumeMountUnresolved: Rule = {
  code: 'VOLUME_MOUNT_UNRESOLVED',
  severity: Severity.ERROR,
  title: 'each volume mount names a volume or a claim template',
  fix: 'add the volume or the claim template, or correct the name',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const mounts = containersAt(set.content, POD_SPEC).flatMap((container) =>
      objectsAt(container.value, ['volumeMounts']).map((mount) => ({
        path: [...container.path, ...mount.path, 'name'],
        name: textOf(mount.value, 'name') ?? '',
      })),
    );
    if (mounts.length === 0) {
      return NOT_APPLICABLE;
    }
    const volumes = objectsAt(set.content, [...POD_SPEC, 'volumes']).map(({ value }) =>
      textOf(value, 'name'),
    );
    const known = new Set([...volumes, ...claimTemplatesOf(set).map(claimTemplateName)]);
    return mounts
      .filter(({ name }) => name !== '' && !known.has(name))
      .map(({ path, name }): Fault => ({
        path,
        problem: 'names neither a volume nor a claim template',
        value: name,
      }));
  },
};
