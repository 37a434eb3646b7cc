export * from './app/app';
export * from './api/check-validation';
export * from './api/checks';
export * from './api/cluster-upgrade-plan';
export * from './constructs/claim-data-source';
export * from './constructs/claim-retention';
export {
  TerminationMessagePolicy,
  type ContainerDevice,
  type ContainerOptions,
} from './constructs/container-options';
export * from './constructs/disruption-budget';
export * from './constructs/dns-test';
export * from './constructs/config-map';
export * from './constructs/exposed-port';
export * from './constructs/exposed-service';
export * from './constructs/headless-service';
export { KubernetesVersion } from './kubernetes/kubernetes-version';
export * from './constructs/peer-network-policy';
export type { PeersOptions } from './constructs/peers';
export * from './constructs/pod-config';
export * from './constructs/pod-identity';
export type { PodOptions } from './constructs/pod-options';
export * from './constructs/pod-services';
export * from './constructs/restored-claim';
export * from './api/refusals';
export * from './api/sets-overview';
export { ApplyMode } from './plan/apply-mode';
export { Effect } from './plan/policy/effect';
export { Severity } from './check/rule';
export * from './constructs/stateful-set';
export * from './constructs/stateful-set-props';
export { NodeInclusionPolicy, type TopologySpreadOptions } from './constructs/topology-spread';
export * from './constructs/update-strategy';
export * from './constructs/volume-claim-template';
export * from './constructs/volume-claim-template-props';
export * from './api/upgrade-plan';
export * from './api/adoption';
