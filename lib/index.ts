export { KubernetesVersion } from './kubernetes/kubernetes-version';
