export * from './app';
export * from './claim-data-source';
export * from './headless-service';
export { KubernetesVersion } from './kubernetes/kubernetes-version';
export * from './stateful-set';
export * from './volume-claim-template';
