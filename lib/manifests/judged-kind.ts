import { groupOf } from '../kubernetes/api-group';
import { type Manifest } from './manifest';

/** A kind of object that is judged. The name is the kind's; HorizontalPodAutoscaler has two served versions. */
export enum JudgedKind {
  STATEFUL_SET = 'StatefulSet',
  SERVICE = 'Service',
  CLAIM = 'PersistentVolumeClaim',
  BUDGET = 'PodDisruptionBudget',
  AUTOSCALER = 'HorizontalPodAutoscaler',
}

const API_VERSIONS: Readonly<Record<JudgedKind, readonly string[]>> = {
  [JudgedKind.STATEFUL_SET]: ['apps/v1'],
  [JudgedKind.SERVICE]: ['v1'],
  [JudgedKind.CLAIM]: ['v1'],
  [JudgedKind.BUDGET]: ['policy/v1'],
  [JudgedKind.AUTOSCALER]: ['autoscaling/v2', 'autoscaling/v1'],
};

/** The judged kind of a manifest, or undefined where it is another one (or another API's object of that name). */
export function judgedKindOf(manifest: Pick<Manifest, 'apiVersion' | 'kind'>): JudgedKind | undefined {
  const judged = meantKindOf(manifest);
  return judged !== undefined && API_VERSIONS[judged].includes(manifest.apiVersion) ? judged : undefined;
}

/**
 * The judged kind that a manifest means, in a version of the API that is served or not: `apps/v1beta1` and a mistaken
 * `v1` too. An object of another project that shares the name is none, such as a Service of Knative: its group is a
 * domain, while the groups of Kubernetes with these kinds have no dot.
 */
export function meantKindOf({
  apiVersion,
  kind,
}: Pick<Manifest, 'apiVersion' | 'kind'>): JudgedKind | undefined {
  return groupOf(apiVersion).includes('.')
    ? undefined
    : Object.values(JudgedKind).find((one: string) => one === kind);
}

/** The version of its API that a manifest of a kind is best written in. */
export function currentApiVersionOf(kind: JudgedKind): string {
  return API_VERSIONS[kind][0];
}
