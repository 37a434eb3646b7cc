import type { Workload } from 'cdk8s-plus-28';
import {
  toJson_StatefulSetSpec,
  type ObjectMeta,
  type StatefulSetSpec,
  type TopologySpreadConstraint,
} from '../imports/k8s';
import type { AskedContainers } from './asked-containers';
import { renderUpdateStrategy } from './cdk8s-plus';
import type { ManifestMetadata } from './manifest-metadata';
import { merged } from './merged';
import { podSpecOf } from './pod-spec';
import type { StatefulSetProps } from './stateful-set-props';
import type { VolumeClaimTemplate } from './volume-claim-template';

/** What a set was asked to be, beside its selector and its containers. */
export interface AskedSet {
  readonly props: StatefulSetProps;
  readonly serviceName: string;
  readonly replicas: number;
  /** Whether somebody else decides the number of pods, so that the manifest leaves it out. */
  readonly isDecidedElsewhere: boolean;
  readonly containers: AskedContainers;
  readonly claims: readonly VolumeClaimTemplate[];
  readonly topologySpread: readonly TopologySpreadConstraint[];
  readonly template: ManifestMetadata;
}

/** The `spec` of a set as the manifest carries it. */
export function manifestSpecOf(set: Workload, asked: AskedSet): unknown {
  const claims = asked.claims.map((claim) => claim._toManifest());
  return merged(toJson_StatefulSetSpec(specOf(set, asked)), {
    // The generated conversion would drop their apiVersion and kind.
    volumeClaimTemplates: claims.length > 0 ? claims : undefined,
  });
}

function specOf(set: Workload, asked: AskedSet): StatefulSetSpec {
  const { matchLabels, matchExpressions } = set;
  const { props, replicas } = asked;
  return {
    serviceName: asked.serviceName,
    replicas: asked.isDecidedElsewhere ? undefined : replicas,
    ordinals: props.firstOrdinal === undefined ? undefined : { start: props.firstOrdinal },
    podManagementPolicy: props.podManagementPolicy,
    updateStrategy:
      props.updateStrategy?._toKube(replicas) ?? (props.strategy && renderUpdateStrategy(props.strategy)),
    minReadySeconds: props.minReady?.toSeconds(),
    revisionHistoryLimit: props.revisionHistoryLimit,
    persistentVolumeClaimRetentionPolicy: props.claimRetention,
    selector: {
      matchLabels: Object.keys(matchLabels).length > 0 ? matchLabels : undefined,
      matchExpressions: matchExpressions.length > 0 ? matchExpressions : undefined,
    },
    template: {
      metadata: asked.template.toManifest() as ObjectMeta | undefined,
      spec: podSpecOf(set, {
        props,
        options: props.pod ?? {},
        topologySpread: asked.topologySpread,
        containers: asked.containers,
        claimNames: new Set(asked.claims.map(({ name }) => name)),
      }),
    },
  };
}
