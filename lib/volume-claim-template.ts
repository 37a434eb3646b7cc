import type { Size } from 'cdk8s';
import { PersistentVolumeAccessMode, PersistentVolumeMode, Volume, type IStorage } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { ClaimDataSource } from './claim-data-source';
import { claimManifest, type ClaimManifest } from './claim-manifest';
import { invalid, refuse, type Refusal } from './errors/refusal';
import { dnsLabelProblem } from './kubernetes/name-rules';
import { quantityOf } from './sizes';

/**
 * What a claim template asks of the cluster.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 */
export interface VolumeClaimTemplateProps {
  /**
   * How much storage each pod gets.
   *
   * The template can't be changed later: to grow the volumes, patch the claims first.
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
   * Labels of the claims. They can't be changed later: never put a version here.
   *
   * @default - none; the claims get the labels of the set's selector from the controller
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Annotations of the claims. They can't be changed later: never put a version here.
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
   * The volume attributes class. Kubernetes before 1.34 drops it unless a feature gate is on.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/
   */
  readonly volumeAttributesClassName?: string;
}

/**
 * A claim template of a StatefulSet: each pod gets a claim of its own, `<template>-<set>-<ordinal>`, which outlives
 * the pod. Made by `StatefulSet.addClaim()`, mounted by `container.mount(path, template)`.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
 */
export class VolumeClaimTemplate extends Construct implements IStorage {
  /** The template's name, and the name of the pod volume that it becomes. */
  public readonly name: string;

  /** A file system or a raw block device. */
  public readonly volumeMode: PersistentVolumeMode;

  /** @internal */
  public readonly _props: VolumeClaimTemplateProps;

  private volume?: Volume;

  /**
   * @throws CLAIM_NAME_INVALID, CLAIM_SIZE_INVALID, CLAIM_ACCESS_MODES_INVALID
   */
  constructor(scope: Construct, id: string, props: VolumeClaimTemplateProps) {
    refuse(scope, claimRefusals(id, props));
    super(scope, id);
    this.name = id;
    this.volumeMode = props.volumeMode ?? PersistentVolumeMode.FILE_SYSTEM;
    this._props = props;
  }

  /** The volume of the pod that the claim becomes. */
  public asVolume(): Volume {
    // A mount of cdk8s-plus-28 takes a Volume. The set leaves this one out of the pod: the controller adds the claim.
    this.volume ??= Volume.fromEmptyDir(this, 'Volume', this.name);
    return this.volume;
  }

  /**
   * @internal
   */
  public _toManifest(): ClaimManifest {
    const { labels, annotations } = this._props;
    return claimManifest(this._props, { name: this.name, labels, annotations });
  }
}

function claimRefusals(
  name: string,
  { size, accessModes }: VolumeClaimTemplateProps,
): (Refusal | undefined)[] {
  return [
    invalid('CLAIM_NAME_INVALID', 'claim name', name, dnsLabelProblem),
    invalid('CLAIM_SIZE_INVALID', `size of claim '${name}'`, quantityOf(size), (quantity) =>
      parseFloat(quantity) > 0 ? undefined : 'must be greater than zero',
    ),
    invalid('CLAIM_ACCESS_MODES_INVALID', `accessModes of claim '${name}'`, accessModes, accessModesProblem),
  ];
}

function accessModesProblem(modes: readonly PersistentVolumeAccessMode[]): string | undefined {
  if (modes.length === 0) {
    return 'must have at least one mode';
  }
  return modes.length > 1 && modes.includes(PersistentVolumeAccessMode.READ_WRITE_ONCE_POD)
    ? 'must not have another mode beside ReadWriteOncePod'
    : undefined;
}
