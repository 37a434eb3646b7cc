import { itemsAt } from '../../manifests/field-value';
import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const volumeMountUnresolved: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'VOLUME_MOUNT_UNRESOLVED',
  severity: Severity.ERROR,
  title: 'each volume mount names a volume or a claim template',
  fix: 'add the volume or the claim template, or correct the name',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const mounts = set.containers.flatMap((container) =>
      itemsAt(container, 'volumeMounts').map((mount) => ({
        path: [...mount.path, 'name'],
        name: textOf(mount.value, 'name') ?? '',
      })),
    );
    if (mounts.length === 0) {
      return NOT_APPLICABLE;
    }
    const volumes = set
      .writtenObjects([...SET_PATHS.podSpec, 'volumes'])
      .map(({ value }) => textOf(value, 'name'));
    const known = new Set([...volumes, ...set.claimTemplates.map(({ name }) => name)]);
    return mounts
      .filter(({ name }) => name !== '' && !known.has(name))
      .map(({ path, name }): Fault => ({
        path,
        problem: 'names neither a volume nor a claim template',
        value: name,
      }));
  },
};
