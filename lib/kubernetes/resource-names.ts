import { isAtLeast, KubernetesVersion } from './kubernetes-version';
import { labelKeyProblem } from './name-rules';
import { nanoOf } from './quantity';

const OF_CONTAINERS: readonly string[] = ['cpu', 'memory', 'ephemeral-storage'];
const NATIVE_PREFIX = 'kubernetes.io/';
const HUGE_PAGES = 'hugepages-';

/** Whether containers may together ask for less of a resource than they may use: so is every native one but huge pages. */
export function isOvercommitted(name: string): boolean {
  return (!name.includes('/') || isNative(name)) && !name.startsWith(HUGE_PAGES);
}

/** What is wrong with the name of a resource of a container, in the form "must ...", or undefined where nothing is. */
export function containerResourceProblem(name: string): string | undefined {
  const problem = labelKeyProblem(name);
  if (problem !== undefined) {
    return problem;
  }
  if (!name.includes('/')) {
    return OF_CONTAINERS.includes(name) || name.startsWith(HUGE_PAGES)
      ? undefined
      : `must be one of ${OF_CONTAINERS.join(', ')}, or a name with a domain`;
  }
  // The quota of an extended resource is `requests.<name>`, and must be a valid name too.
  return isNative(name) ||
    (!name.startsWith('requests.') && labelKeyProblem(`requests.${name}`) === undefined)
    ? undefined
    : "must not begin with 'requests.', and must be short enough to be prefixed with it";
}

function isNative(name: string): boolean {
  return name.slice(0, name.indexOf('/') + 1).endsWith(NATIVE_PREFIX);
}

/** Whether an amount, in billionths, is no multiple of the size of page that its resource names. */
export function isPartOfPage(name: string, nano: bigint): boolean {
  const page = name.startsWith(HUGE_PAGES) ? (nanoOf(name.slice(HUGE_PAGES.length)) ?? 0n) : 0n;
  return page > 0n && nano % page !== 0n;
}

/** Whether a pod has the resource itself, beside its containers. */
export function isPodResource(name: string): boolean {
  return name === 'cpu' || name === 'memory' || name.startsWith(HUGE_PAGES);
}

/** The types that have `resources`. Pods have their own since Kubernetes 1.34; before, they are dropped. */
export function resourceOwnersIn(version: KubernetesVersion): readonly string[] {
  return isAtLeast(version, KubernetesVersion.V1_34) ? ['PodSpec', 'Container'] : ['Container'];
}
