import { fieldOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { fieldNamesOf } from '../../kubernetes/fields';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const volumeSourceAmbiguous: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'VOLUME_SOURCE_AMBIGUOUS',
  severity: Severity.ERROR,
  title: 'a volume has one source',
  fix: 'give exactly one of emptyDir, configMap, secret, persistentVolumeClaim, projected, hostPath and so on',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) => {
    const sources = fieldNamesOf('Volume', version).filter((field) => field !== 'name');
    const projections = fieldNamesOf('VolumeProjection', version);
    const volumes = set.typed.ofType('Volume').map((one) => ({ ...one, fields: sources }));
    const projected = set.typed.ofType('VolumeProjection').map((one) => ({
      ...one,
      fields: projections,
    }));
    return judgeEach([...volumes, ...projected], ({ path, value, fields }) => {
      const given = fields.filter((field) => fieldOf(value, field) !== undefined);
      return faultAt(
        path,
        given.length > 1
          ? `must not have both ${given.join(' and ')}`
          : // The API server takes a volume without a source for an empty directory.
            undefined,
      );
    });
  },
};
