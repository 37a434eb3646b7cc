import { groupOf } from '../kubernetes/api-group';
import { type Manifest } from './manifest';

/** A kind of object that is judged. The name is the kind's; HorizontalPodAutoscaler has two served versions. */
export enum JudgedKind {
  STATEFUL_SET = 'StatefulSet',
  SERVICE = 'Service',
  CLAIM = 'PersistentVolumeClaim',
  BUDGET = 'PodDisruptionBudget',
  AUTOSCALER = 'HorizontalPodAutoscaler',
  VERTICAL_AUTOSCALER = 'VerticalPodAutoscaler',
  SCALED_OBJECT = 'ScaledObject',
  NETWORK_POLICY = 'NetworkPolicy',
}

/** The kinds of which every field is judged. Of the others only what they have to do with sets is. */
export const FULLY_JUDGED_KINDS: readonly JudgedKind[] = [
  JudgedKind.STATEFUL_SET,
  JudgedKind.SERVICE,
  JudgedKind.CLAIM,
  JudgedKind.BUDGET,
  JudgedKind.AUTOSCALER,
];

const API_VERSIONS: Readonly<Record<JudgedKind, readonly string[]>> = {
  [JudgedKind.STATEFUL_SET]: ['apps/v1'],
  [JudgedKind.SERVICE]: ['v1'],
  [JudgedKind.CLAIM]: ['v1'],
  [JudgedKind.BUDGET]: ['policy/v1'],
  [JudgedKind.AUTOSCALER]: ['autoscaling/v2', 'autoscaling/v1'],
  [JudgedKind.VERTICAL_AUTOSCALER]: ['autoscaling.k8s.io/v1', 'autoscaling.k8s.io/v1beta2'],
  [JudgedKind.SCALED_OBJECT]: ['keda.sh/v1alpha1'],
  [JudgedKind.NETWORK_POLICY]: ['networking.k8s.io/v1'],
};

/** The judged kind of a manifest, or undefined where it is another one (or another API's object of that name). */
export function judgedKindOf(manifest: Pick<Manifest, 'apiVersion' | 'kind'>): JudgedKind | undefined {
  const judged = meantKindOf(manifest);
  return judged !== undefined && API_VERSIONS[judged].includes(manifest.apiVersion) ? judged : undefined;
}

/**
 * The judged kind that a manifest means, in a version of the API that is served or not: `apps/v1beta1` and a mistaken
 * `v1` too. An object of another project that shares the name is none, such as a Service of Knative: a group that is a
 * domain is never meant for one that is none, or for another domain.
 */
export function meantKindOf({
  apiVersion,
  kind,
}: Pick<Manifest, 'apiVersion' | 'kind'>): JudgedKind | undefined {
  const domain = domainOf(apiVersion);
  return Object.values(JudgedKind).find(
    (one) => (one as string) === kind && domainOf(currentApiVersionOf(one)) === domain,
  );
}

/** The group of an API where it is a domain; empty for the groups without a dot, which Kubernetes alone has. */
function domainOf(apiVersion: string): string {
  const group = groupOf(apiVersion);
  return group.includes('.') ? group : '';
}

/** The version of its API that a manifest of a kind is best written in. */
export function currentApiVersionOf(kind: JudgedKind): string {
  return API_VERSIONS[kind][0];
}
