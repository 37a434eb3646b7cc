import type { Size } from 'cdk8s';
import type { PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-28';
import type { ClaimDataSource } from './claim-data-source';

/**
 * Properties of a claim template.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 */
export interface VolumeClaimTemplateProps {
  /**
   * How much storage each pod gets.
   *
   * The template cannot be changed later: to grow the volumes, patch the claims first.
   */
  readonly size: Size;

  /**
   * The storage class. An empty string asks for a volume that exists already, and for no provisioning.
   *
   * @default - the cluster's default storage class
   * @see https://kubernetes.io/docs/concepts/storage/storage-classes/
   */
  readonly storageClassName?: string;

  /**
   * How nodes and pods may mount the volume.
   *
   * @default - ReadWriteOnce
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
   */
  readonly accessModes?: PersistentVolumeAccessMode[];

  /**
   * A file system, which containers mount, or a raw block device, which they get by `StatefulSet.extendContainer()`.
   *
   * @default - Filesystem
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-mode
   */
  readonly volumeMode?: PersistentVolumeMode;

  /**
   * Labels of the claims. They cannot be changed later: never put a version here.
   *
   * @default - none; the claims get the labels of the set's selector from the controller
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Annotations of the claims. They cannot be changed later: never put a version here.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;

  /**
   * Labels that the bound volume must have.
   *
   * @default - any volume
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#selector
   */
  readonly selector?: Readonly<Record<string, string>>;

  /**
   * The name of the volume to bind to. Only of use for a set of one replica.
   *
   * @default - any volume
   */
  readonly volumeName?: string;

  /**
   * What each volume is filled with when it is made.
   *
   * @default - the volume is empty
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-snapshot-and-restore-volume-from-snapshot-support
   */
  readonly dataSource?: ClaimDataSource;

  /**
   * As `dataSource`, for objects of any kind and, where the cluster allows it, of another namespace.
   *
   * @default - the API server copies `dataSource`
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#data-source-references
   */
  readonly dataSourceRef?: ClaimDataSource;

  /**
   * The volume attributes class. The API server of 1.28 rejects it, and up to 1.33 it is dropped unless a feature gate is on.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/
   */
  readonly volumeAttributesClassName?: string;
}
