import * as cdk8s from 'cdk8s';
import * as plus from 'cdk8s-plus-28';
import { ClaimDataSource } from '../../constructs/claim-data-source';
import { ClaimRetentionPolicy } from '../../constructs/claim-retention';
import { ConfigMap } from '../../constructs/config-map';
import { TerminationMessagePolicy } from '../../constructs/container-options';
import { AllowedDisruptions, UnhealthyPodEvictionPolicy } from '../../constructs/disruption-budget';
import { ExposedService } from '../../constructs/exposed-service';
import { HeadlessService, IpFamily, IpFamilyPolicy } from '../../constructs/headless-service';
import { PodIdentity } from '../../constructs/pod-identity';
import { StatefulSet } from '../../constructs/stateful-set';
import { NodeInclusionPolicy } from '../../constructs/topology-spread';
import { UpdateStrategy } from '../../constructs/update-strategy';

/** What generated code may import, by the package that exports it. */
const PACKAGES = {
  cdk8s: {
    ApiObject: cdk8s.ApiObject,
    Duration: cdk8s.Duration,
    JsonPatch: cdk8s.JsonPatch,
    Size: cdk8s.Size,
  },
  'cdk8s-plus-28': {
    Capability: plus.Capability,
    ConnectionScheme: plus.ConnectionScheme,
    ContainerRestartPolicy: plus.ContainerRestartPolicy,
    Cpu: plus.Cpu,
    DnsPolicy: plus.DnsPolicy,
    EmptyDirMedium: plus.EmptyDirMedium,
    Env: plus.Env,
    EnvFieldPaths: plus.EnvFieldPaths,
    EnvValue: plus.EnvValue,
    FsGroupChangePolicy: plus.FsGroupChangePolicy,
    Handler: plus.Handler,
    HostPathVolumeType: plus.HostPathVolumeType,
    HorizontalPodAutoscaler: plus.HorizontalPodAutoscaler,
    ImagePullPolicy: plus.ImagePullPolicy,
    Metric: plus.Metric,
    MetricTarget: plus.MetricTarget,
    MountPropagation: plus.MountPropagation,
    Node: plus.Node,
    LabelExpression: plus.LabelExpression,
    NodeLabelQuery: plus.NodeLabelQuery,
    NodeTaintQuery: plus.NodeTaintQuery,
    PercentOrAbsolute: plus.PercentOrAbsolute,
    PersistentVolumeAccessMode: plus.PersistentVolumeAccessMode,
    PersistentVolumeClaim: plus.PersistentVolumeClaim,
    PersistentVolumeMode: plus.PersistentVolumeMode,
    PodManagementPolicy: plus.PodManagementPolicy,
    Pods: plus.Pods,
    Probe: plus.Probe,
    Protocol: plus.Protocol,
    ResourceFieldPaths: plus.ResourceFieldPaths,
    SeccompProfileType: plus.SeccompProfileType,
    Secret: plus.Secret,
    ServiceAccount: plus.ServiceAccount,
    ServiceType: plus.ServiceType,
    TaintEffect: plus.TaintEffect,
    Topology: plus.Topology,
    Volume: plus.Volume,
  },
  'cdk8s-stateful': {
    AllowedDisruptions,
    ConfigMap,
    ClaimDataSource,
    ClaimRetentionPolicy,
    ExposedService,
    HeadlessService,
    IpFamily,
    IpFamilyPolicy,
    NodeInclusionPolicy,
    PodIdentity,
    StatefulSet,
    TerminationMessagePolicy,
    UnhealthyPodEvictionPolicy,
    UpdateStrategy,
  },
};

type Packages = typeof PACKAGES;

/** A package that generated code imports. */
export type PackageName = keyof Packages;

/** A class or enum that generated code may import. */
export type LibraryName = { [P in PackageName]: keyof Packages[P] & string }[PackageName];

const ORIGINS = new Map(
  (Object.keys(PACKAGES) as PackageName[]).flatMap((origin) =>
    Object.entries(PACKAGES[origin]).map(
      ([name, value]): [string, { origin: PackageName; value: unknown }] => [name, { origin, value }],
    ),
  ),
);

/** The package that exports a name. */
export function packageOf(name: LibraryName): PackageName {
  return known(name).origin;
}

/** What a name stands for. */
export function valueOf(name: LibraryName): unknown {
  return known(name).value;
}

/** Whether generated code may import the name, so that none of its constants may have it. */
export function isLibraryName(name: string): boolean {
  return ORIGINS.has(name);
}

function known(name: LibraryName): { readonly origin: PackageName; readonly value: unknown } {
  const found = ORIGINS.get(name);
  if (found === undefined) {
    throw new Error(`'${name}' is not in the library`);
  }
  return found;
}
