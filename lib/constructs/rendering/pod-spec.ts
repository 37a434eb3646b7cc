import { FsGroupChangePolicy, type Workload, type WorkloadProps } from 'cdk8s-plus-28';
import type { Container, PodSpec, TopologySpreadConstraint } from '../../../imports/k8s';
import { whileRendering } from '../claim-mounts';
import type { ContainerInput, ContainerInputs } from '../container-inputs';
import { renderPodSpec } from './cdk8s-plus';
import { withContainerOptions } from '../container-options';
import { assignProps } from './assign-props';
import { podOptionsOf, type PodOptions } from '../pod-options';
import { inOrderOfUse } from './variable-order';

/** The inputs of a pod other than its containers and volumes, to tell them from what cdk8s-plus-28 fills in. */
export interface AskedPod {
  readonly props: WorkloadProps;
  readonly options: PodOptions;
  readonly topologySpread: readonly TopologySpreadConstraint[];
  readonly containers: ContainerInputs;
  /** The names of the volumes that the controller adds, one a claim template. */
  readonly claimNames: ReadonlySet<string>;
}

/**
 * The pod of a set: as cdk8s-plus-28 renders it, with what that leaves out; without the volumes that the controller
 * adds, and without what nobody asked for: values that equal the defaults of the API server, and values that harm a
 * stateful workload. A default startup probe kills a database that recovers for more than 30 seconds, pulling the
 * image always stops a restart while the registry is down.
 */
export function podSpecOf(workload: Workload, asked: AskedPod): PodSpec {
  const spec = whileRendering(workload, () => renderPodSpec(workload));
  const volumes = spec.volumes?.filter(({ name }) => !asked.claimNames.has(name)) ?? [];
  const options = podOptionsOf(asked.options);
  return assignProps(spec, {
    containers: spec.containers.map((container, index) =>
      asAsked(container, asked.containers.get(workload.containers[index])),
    ),
    initContainers: spec.initContainers?.map((container, index) =>
      asAsked(container, asked.containers.get(workload.initContainers[index])),
    ),
    topologySpreadConstraints: asked.topologySpread.length > 0 ? [...asked.topologySpread] : undefined,
    volumes: volumes.length > 0 ? volumes : undefined,
    ...askedFields(spec, asked.props),
    ...options,
    securityContext: assignProps(spec.securityContext, {
      fsGroupChangePolicy: fsGroupChangePolicyOf(spec, asked.props),
      ...options.securityContext,
    }),
  });
}

/**
 * The pod of a set with nothing in it that was not asked for: no security settings, no word on the token of the service
 * account. Volumes that were added come first, in that order, then those that were only mounted.
 */
export function verbatimPodSpecOf(workload: Workload, asked: AskedPod): PodSpec {
  const spec = podSpecOf(workload, asked);
  const { securityContext, automountServiceAccountToken } = asked.props;
  const added = workload.volumes.map(({ name }) => name);
  const place = ({ name }: { readonly name: string }): number =>
    added.includes(name) ? added.indexOf(name) : added.length;
  return assignProps(spec, {
    automountServiceAccountToken,
    containers: spec.containers.map((container, index) =>
      withAskedSecurity(container, asked.containers.get(workload.containers[index])),
    ),
    initContainers: spec.initContainers?.map((container, index) =>
      withAskedSecurity(container, asked.containers.get(workload.initContainers[index])),
    ),
    volumes: spec.volumes && [...spec.volumes].sort((one, other) => place(one) - place(other)),
    securityContext: unlessEmpty(
      assignProps(spec.securityContext, {
        runAsNonRoot: securityContext?.ensureNonRoot,
        fsGroupChangePolicy: securityContext?.fsGroupChangePolicy,
      }),
    ),
  });
}

function withAskedSecurity(container: Container, asked: ContainerInput | undefined): Container {
  const { ensureNonRoot, privileged, readOnlyRootFilesystem, allowPrivilegeEscalation } =
    asked?.props.securityContext ?? {};
  return asked === undefined
    ? container
    : assignProps(container, {
        securityContext: unlessEmpty(
          assignProps(container.securityContext, {
            runAsNonRoot: ensureNonRoot,
            privileged,
            readOnlyRootFilesystem,
            allowPrivilegeEscalation,
          }),
        ),
      });
}

function unlessEmpty<Fields extends object>(fields: Fields): Fields | undefined {
  return Object.values(fields).some((field) => field !== undefined) ? fields : undefined;
}

/** What pods of cdk8s-plus-31 and later have beside those of cdk8s-plus-28. */
interface LaterPodProps {
  readonly shareProcessNamespace?: boolean;
}

/** Those fields that cdk8s-plus fills in, each only where it was asked for. */
function askedFields(spec: PodSpec, props: WorkloadProps & LaterPodProps): Partial<PodSpec> {
  return {
    dnsPolicy: props.dns?.policy && spec.dnsPolicy,
    hostNetwork: props.hostNetwork && spec.hostNetwork,
    restartPolicy: props.restartPolicy && spec.restartPolicy,
    shareProcessNamespace: props.shareProcessNamespace && spec.shareProcessNamespace,
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

function asAsked(container: Container, asked: ContainerInput | undefined): Container {
  return asked === undefined
    ? container
    : withContainerOptions(
        assignProps(container, {
          imagePullPolicy: asked.props.imagePullPolicy,
          startupProbe: asked.props.startup && container.startupProbe,
          env: container.env && inOrderOfUse(container.env),
        }),
        asked.options,
      );
}
