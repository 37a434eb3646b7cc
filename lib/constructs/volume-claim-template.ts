import { PersistentVolumeMode, Volume, type IStorage } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { standsFor } from './claim-mounts';
import { claimManifest, type ClaimManifest } from './rendering/claim-manifest';
import { CLAIM_SHAPE, requireArguments } from './input-shapes';
import { invalid, refuse, type Refusal } from '../errors/refusal';
import { accessModeProblem, accessModesProblem, claimQuantityProblem } from '../kubernetes/claim-rules';
import { dnsLabelProblem } from '../kubernetes/name-rules';
import { quantityOf } from './rendering/sizes';
import type { VolumeClaimTemplateProps } from './volume-claim-template-props';

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
    requireArguments('VolumeClaimTemplate', scope, id, props, CLAIM_SHAPE);
    refuse(scope, claimRefusals(id, props));
    super(scope, id);
    this.name = id;
    this.volumeMode = props.volumeMode ?? PersistentVolumeMode.FILE_SYSTEM;
    this._props = props;
  }

  /** The volume of the pod that the claim becomes. Only the pods of the claim's own set can mount it. */
  public asVolume(): Volume {
    // A mount of cdk8s-plus-28 takes a Volume. The set leaves this one out of the pod: the controller adds the claim.
    if (this.volume === undefined) {
      this.volume = Volume.fromEmptyDir(this, 'Volume', this.name);
      standsFor(this.volume, this);
    }
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
    invalid('CLAIM_SIZE_INVALID', `size of claim '${name}'`, quantityOf(size), claimQuantityProblem),
    invalid(
      'CLAIM_ACCESS_MODES_INVALID',
      `accessModes of claim '${name}'`,
      accessModes,
      (modes) =>
        accessModesProblem(modes) ?? modes.map(accessModeProblem).find((problem) => problem !== undefined),
    ),
  ];
}
