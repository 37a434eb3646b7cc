import type { IScalable, ScalingTarget } from 'cdk8s-plus-28';
import type { ClaimDataSource } from './claim-data-source';
import { DisruptionBudget, type DisruptionBudgetProps } from './disruption-budget';
import { DnsTest, type DnsTestProps } from './dns-test';
import { ExposedService, type ClientServiceProps } from './exposed-service';
import { refuse, requireShape } from '../errors/refusal';
import { listOf, OBJECT, struct, TEXT } from '../errors/shape';
import { NUMBERS, SERVICE_PORTS, TEXTS } from './input-shapes';
import { sharedNodePort } from './node-ports';
import { POD_NAME_LABEL } from '../kubernetes/labels';
import { ordinalsOf } from '../kubernetes/names';
import { PeerNetworkPolicy, type PeerNetworkPolicyProps } from './peer-network-policy';
import { PodConfig, type PodConfigProps } from './pod-config';
import type { PodServicesOptions } from './pod-services';
import { RestoredClaim } from './restored-claim';
import { StatefulWorkload } from './stateful-workload';
import type { VolumeClaimTemplate } from './volume-claim-template';

/**
 * A StatefulSet and the headless Service that gives its pods their names. Each object that belongs beside
 * them is added with one call.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export class StatefulSet extends StatefulWorkload implements IScalable {
  /**
   * Adds a claim that is made before its pod and filled from a snapshot or another claim.
   *
   * @param claim a claim template of this set
   * @param index which replica, counted from 0, whatever the first ordinal is
   * @throws ORDINAL_INVALID, CLAIM_OF_OTHER_SET
   */
  public restoreClaim(claim: VolumeClaimTemplate, index: number, source: ClaimDataSource): RestoredClaim {
    return new RestoredClaim(this, claim, index, source);
  }

  /**
   * Adds files that differ from pod to pod.
   *
   * @param id the name of the volume; the ConfigMap is called `<set>-<id>`
   * @throws POD_CONFIG_INCOMPLETE, POD_CONFIG_FILE_INVALID
   */
  public addPodConfig(id: string, props: PodConfigProps): PodConfig {
    return new PodConfig(this, id, props);
  }

  /**
   * Adds a Service for clients: one address for whichever pods are ready.
   *
   * @throws SERVICE_NAME_INVALID; and PORTS_MISSING at synthesis
   */
  public addClientService(props: ClientServiceProps = {}): ExposedService {
    requireShape(this, props, OBJECT);
    const name = props.name ?? this.name;
    return new ExposedService(this, `ClientService-${name}`, { ...props, name });
  }

  /**
   * Adds a Service for each pod, from the first to the last of the replicas.
   *
   * @throws SERVICE_NAME_INVALID, NODE_PORT_SHARED, PORT_NUMBER_INVALID; and PORTS_MISSING, NODE_PORT_UNKNOWN at
   * synthesis
   */
  public addPodServices(options: PodServicesOptions = {}): ExposedService[] {
    requireShape(
      this,
      options,
      struct({
        namePrefix: TEXT,
        annotations: TEXTS,
        annotationsPerPod: listOf(TEXTS),
        ports: SERVICE_PORTS,
        nodePortsPerPod: listOf(NUMBERS),
      }),
    );
    const {
      namePrefix = '',
      annotationsPerPod = [],
      annotations,
      nodePortsPerPod = [],
      ...exposure
    } = options;
    refuse(this, [sharedNodePort(options, this.expectedReplicas)]);
    return ordinalsOf(this.expectedReplicas).map((index) => {
      const pod = this.podName(index);
      return new ExposedService(this, `PodService-${pod}`, {
        ...exposure,
        name: `${namePrefix}${pod}`,
        podLabels: { [POD_NAME_LABEL]: pod },
        annotations: { ...annotations, ...annotationsPerPod[index] },
        nodePorts: nodePortsPerPod.at(index),
      });
    });
  }

  /**
   * Limits how many pods may be evicted at once.
   *
   * @throws BUDGET_INVALID, BUDGET_BLOCKS_DRAINS
   */
  public addDisruptionBudget(props: DisruptionBudgetProps = {}): DisruptionBudget {
    return new DisruptionBudget(this, 'DisruptionBudget', props);
  }

  /** Lets the pods reach each other and named clients reach them, and nobody else. */
  public addPeerNetworkPolicy(props: PeerNetworkPolicyProps = {}): PeerNetworkPolicy {
    return new PeerNetworkPolicy(this, 'PeerNetworkPolicy', props);
  }

  /** Adds a Job that resolves the DNS name of each pod and fails if one does not resolve. */
  public addDnsTest(props: DnsTestProps = {}): DnsTest {
    return new DnsTest(this, 'DnsTest', props);
  }

  /** Omits `replicas` from the manifest, because an autoscaler sets the number of pods. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** What an autoscaler scales. */
  public toScalingTarget(): ScalingTarget {
    return {
      kind: this.kind,
      apiVersion: this.apiVersion,
      name: this.name,
      containers: this.containers,
      replicas: this.props.omitReplicas === true ? undefined : this.replicas,
    };
  }
}
