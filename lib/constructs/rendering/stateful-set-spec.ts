import type { Workload } from 'cdk8s-plus-28';
import {
  toJson_StatefulSetSpec,
  type ObjectMeta,
  type StatefulSetSpec,
  type TopologySpreadConstraint,
} from '../../../imports/k8s';
import type { ContainerInputs } from '../container-inputs';
import { renderUpdateStrategy } from './cdk8s-plus';
import type { ManifestMetadata } from './manifest-metadata';
import { assignProps } from './assign-props';
import { podSpecOf, verbatimPodSpecOf } from './pod-spec';
import type { StatefulSetProps } from '../stateful-set-props';
import type { VolumeClaimTemplate } from '../volume-claim-template';

/** The inputs of a set, other than its selector: what its properties and methods were given. */
export interface StatefulSetInputs {
  readonly props: StatefulSetProps;
  readonly serviceName: string;
  readonly replicas: number;
  /** Whether the manifest omits `replicas`. */
  readonly omitsReplicas: boolean;
  readonly containers: ContainerInputs;
  readonly claims: readonly VolumeClaimTemplate[];
  readonly topologySpread: readonly TopologySpreadConstraint[];
  readonly template: ManifestMetadata;
}

/** The `spec` of a set as the manifest carries it. */
export function manifestSpecOf(set: Workload, inputs: StatefulSetInputs): unknown {
  const claims = inputs.claims.map((claim) => claim._toManifest());
  return assignProps(toJson_StatefulSetSpec(specOf(set, inputs)), {
    // The generated conversion would drop their apiVersion and kind.
    volumeClaimTemplates: claims.length > 0 ? claims : undefined,
  });
}

function specOf(set: Workload, inputs: StatefulSetInputs): StatefulSetSpec {
  const { matchLabels, matchExpressions } = set;
  const { props, replicas } = inputs;
  return {
    serviceName: inputs.serviceName,
    replicas: inputs.omitsReplicas ? undefined : replicas,
    ordinals: props.firstOrdinal === undefined ? undefined : { start: props.firstOrdinal },
    podManagementPolicy: props.podManagementPolicy,
    updateStrategy:
      props.updateStrategy?._toKube(replicas, props.verbatim === true) ??
      (props.strategy && renderUpdateStrategy(props.strategy)),
    minReadySeconds: props.minReady?.toSeconds(),
    revisionHistoryLimit: props.revisionHistoryLimit,
    persistentVolumeClaimRetentionPolicy: props.claimRetention,
    selector: {
      matchLabels: Object.keys(matchLabels).length > 0 ? matchLabels : undefined,
      matchExpressions: matchExpressions.length > 0 ? matchExpressions : undefined,
    },
    template: {
      metadata: inputs.template.toManifest() as ObjectMeta | undefined,
      spec: (props.verbatim === true ? verbatimPodSpecOf : podSpecOf)(set, {
        props,
        options: props.pod ?? {},
        topologySpread: inputs.topologySpread,
        containers: inputs.containers,
        claimNames: new Set(inputs.claims.map(({ name }) => name)),
      }),
    },
  };
}
