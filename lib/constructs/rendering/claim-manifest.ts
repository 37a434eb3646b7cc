import { PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-28';
import {
  KubePersistentVolumeClaim,
  Quantity,
  type ObjectMeta,
  type TypedLocalObjectReference,
} from '../../../imports/k8s';
import type { ClaimDataSource } from '../claim-data-source';
import { quantityOf } from './sizes';
import type { VolumeClaimTemplateProps } from '../volume-claim-template-props';

/** A claim as a manifest carries it. */
export interface ClaimManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly spec: Record<string, unknown>;
}

/**
 * A claim, or the template of one. It carries nothing but what was asked for and what the API server would add: a
 * template cannot be changed, so anything that differs between releases would make every apply fail.
 */
export function claimManifest(props: VolumeClaimTemplateProps, metadata: ObjectMeta): ClaimManifest {
  const { volumeAttributesClassName } = props;
  const manifest = KubePersistentVolumeClaim.manifest({
    metadata,
    spec: {
      accessModes: props.accessModes ?? [PersistentVolumeAccessMode.READ_WRITE_ONCE],
      resources: { requests: { storage: Quantity.fromString(quantityOf(props.size)) } },
      storageClassName: props.storageClassName,
      volumeMode: props.volumeMode ?? PersistentVolumeMode.FILE_SYSTEM,
      selector: props.selector && { matchLabels: props.selector },
      volumeName: props.volumeName,
      dataSource: props.dataSource && referenceTo(props.dataSource),
      dataSourceRef: props.dataSourceRef && {
        ...referenceTo(props.dataSourceRef),
        namespace: props.dataSourceRef.namespace,
      },
    },
  }) as ClaimManifest;
  // Younger than the definitions that the types are made from.
  return volumeAttributesClassName === undefined
    ? manifest
    : { ...manifest, spec: { ...manifest.spec, volumeAttributesClassName } };
}

function referenceTo({ apiGroup, kind, name }: ClaimDataSource): TypedLocalObjectReference {
  return { apiGroup, kind, name };
}
