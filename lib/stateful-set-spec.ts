import type { ApiObjectMetadataDefinition } from 'cdk8s';
import {
  toJson_StatefulSetSpec,
  type ObjectMeta,
  type StatefulSetSpec,
  type TopologySpreadConstraint,
} from '../imports/k8s';
import type { AskedContainers } from './asked-containers';
import { renderUpdateStrategy } from './cdk8s-plus';
import { podSpecOf } from './pod-spec';
import type { StatefulSet } from './stateful-set';
import type { StatefulSetProps } from './stateful-set-props';

/** What a set was asked for, beside what the set itself tells. */
export interface AskedSet {
  readonly props: StatefulSetProps;
  readonly containers: AskedContainers;
  readonly topologySpread: readonly TopologySpreadConstraint[];
  readonly template: ApiObjectMetadataDefinition;
}

/** The `spec` of a set as the manifest carries it. */
export function manifestSpecOf(set: StatefulSet, asked: AskedSet): unknown {
  const claims = set.claims.map((claim) => claim._toManifest());
  return {
    ...toJson_StatefulSetSpec(specOf(set, asked)),
    // The generated conversion would drop their apiVersion and kind.
    volumeClaimTemplates: claims.length > 0 ? claims : undefined,
  };
}

function specOf(
  set: StatefulSet,
  { props, containers, topologySpread, template }: AskedSet,
): StatefulSetSpec {
  const { matchLabels, matchExpressions } = set;
  const isDecidedElsewhere = set.hasAutoscaler || props.replicasDecidedElsewhere === true;
  return {
    serviceName: set.serviceName,
    replicas: isDecidedElsewhere ? undefined : set.expectedReplicas,
    ordinals: props.firstOrdinal === undefined ? undefined : { start: props.firstOrdinal },
    podManagementPolicy: props.podManagementPolicy,
    updateStrategy:
      props.updateStrategy?._toKube(set.expectedReplicas) ??
      (props.strategy && renderUpdateStrategy(props.strategy)),
    minReadySeconds: props.minReady?.toSeconds(),
    revisionHistoryLimit: props.revisionHistoryLimit,
    persistentVolumeClaimRetentionPolicy: props.claimRetention,
    selector: {
      matchLabels: Object.keys(matchLabels).length > 0 ? matchLabels : undefined,
      matchExpressions: matchExpressions.length > 0 ? matchExpressions : undefined,
    },
    template: {
      metadata: template.toJson() as ObjectMeta,
      spec: podSpecOf(set, {
        props,
        options: props.pod ?? {},
        topologySpread,
        containers,
        claimNames: new Set(set.claims.map(({ name }) => name)),
      }),
    },
  };
}
