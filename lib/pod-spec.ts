import {
  FsGroupChangePolicy,
  type Container as PodContainer,
  type ContainerProps,
  type Workload,
  type WorkloadProps,
} from 'cdk8s-plus-28';
import type { Container, PodSpec } from '../imports/k8s';
import { renderPodSpec } from './cdk8s-plus';

/** What a set was asked to render, to tell it from what cdk8s-plus-28 fills in. */
export interface AskedPod {
  readonly props: WorkloadProps;
  /** By container; those that were attached ready-made are missing and are rendered as they are. */
  readonly containers: ReadonlyMap<PodContainer, ContainerProps>;
  /** The names of the volumes that the controller adds, one a claim template. */
  readonly claimNames: ReadonlySet<string>;
}

/**
 * The pod of a set: as cdk8s-plus-28 renders it, without the volumes that the controller adds, and without what
 * nobody asked for: values that the API server fills in just so, and values that harm a stateful workload. A default
 * startup probe kills a database that recovers for more than 30 seconds, `Always` pulling stops a restart while the
 * registry is down.
 */
export function podSpecOf(workload: Workload, asked: AskedPod): PodSpec {
  const spec = renderPodSpec(workload);
  const volumes = spec.volumes?.filter(({ name }) => !asked.claimNames.has(name)) ?? [];
  return {
    ...withoutUnaskedFields(spec, asked.props),
    containers: spec.containers.map((container, index) =>
      withoutUnaskedProbe(container, asked.containers.get(workload.containers[index])),
    ),
    initContainers: spec.initContainers?.map((container, index) =>
      withoutUnaskedProbe(container, asked.containers.get(workload.initContainers[index])),
    ),
    volumes: volumes.length > 0 ? volumes : undefined,
  };
}

function withoutUnaskedFields(spec: PodSpec, props: WorkloadProps): PodSpec {
  return {
    ...spec,
    dnsPolicy: props.dns?.policy && spec.dnsPolicy,
    hostNetwork: props.hostNetwork && spec.hostNetwork,
    restartPolicy: props.restartPolicy && spec.restartPolicy,
    securityContext: {
      ...spec.securityContext,
      fsGroupChangePolicy: fsGroupChangePolicyOf(spec, props),
    },
    setHostnameAsFqdn: props.dns?.hostnameAsFQDN && spec.setHostnameAsFqdn,
    terminationGracePeriodSeconds: props.terminationGracePeriod && spec.terminationGracePeriodSeconds,
  };
}

/** Without a group there is nothing to own; with one, owning all files anew at each start would take hours. */
function fsGroupChangePolicyOf(spec: PodSpec, { securityContext }: WorkloadProps): string | undefined {
  const unasked =
    spec.securityContext?.fsGroup === undefined ? undefined : FsGroupChangePolicy.ON_ROOT_MISMATCH;
  return securityContext?.fsGroupChangePolicy ?? unasked;
}

function withoutUnaskedProbe(container: Container, asked: ContainerProps | undefined): Container {
  return asked === undefined
    ? container
    : {
        ...container,
        imagePullPolicy: asked.imagePullPolicy,
        startupProbe: asked.startup && container.startupProbe,
      };
}
