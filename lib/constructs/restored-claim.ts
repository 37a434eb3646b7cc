import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { ClaimDataSource } from './claim-data-source';
import { required, struct } from '../errors/shape';
import { CLAIM, DATA_SOURCE, requireArguments } from './input-shapes';
import { claimManifest } from './rendering/claim-manifest';
import type { StatefulSet } from './stateful-set';
import type { VolumeClaimTemplate } from './volume-claim-template';

const SHAPE = struct({ claim: required(CLAIM), source: required(DATA_SOURCE) });

/**
 * A claim that is made before its pod and filled from a snapshot or another claim. It has the name that the
 * controller gives to the pod's claim, so the controller uses it instead of creating an empty one. Made by
 * `StatefulSet.restoreClaim()`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-snapshot-and-restore-volume-from-snapshot-support
 */
export class RestoredClaim extends Construct {
  /** The name of the claim: `<template>-<set>-<ordinal>`. */
  public readonly name: string;

  /**
   * @param index which replica, counted from 0, whatever the first ordinal is
   * @throws ORDINAL_INVALID, CLAIM_OF_OTHER_SET
   */
  constructor(scope: StatefulSet, claim: VolumeClaimTemplate, index: number, source: ClaimDataSource) {
    requireArguments('RestoredClaim', scope, 'Restored', { claim, source }, SHAPE);
    const name = scope.claimName(claim, index);
    super(scope, `Restored-${name}`);
    this.name = name;
    const restored = source.namespace === undefined ? { dataSource: source } : { dataSourceRef: source };
    const { labels, annotations } = claim._props;
    const manifest = claimManifest(
      { ...claim._props, dataSource: undefined, dataSourceRef: undefined, ...restored },
      // With the labels that the controller would give it.
      { name, namespace: scope.metadata.namespace, annotations, labels: { ...labels, ...scope.matchLabels } },
    );
    const apiObject = new ApiObject(this, 'Resource', { ...manifest });
    // A pod that is made first would get an empty claim.
    ApiObject.of(scope).addDependency(apiObject);
  }
}
