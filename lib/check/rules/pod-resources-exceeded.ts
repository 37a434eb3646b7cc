import { type Located } from '../../manifests/field-value';
import { fieldOf, type JsonObject } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type Amounts, amountsOf, containerRequestsOf } from '../../manifests/pod-requests';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { binaryQuantityOf } from '../../kubernetes/quantity';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

export const podResourcesExceeded: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'POD_RESOURCES_EXCEEDED',
  severity: Severity.ERROR,
  title:
    'containers together request no more than their pod may use, including requests that default to the limit',
  why: 'the API server accepts the set and rejects each of its pods once it has filled in the default requests',
  fix: 'raise the resources of the pod, or lower what its containers request',
  since: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      set.typed.ofType('PodSpec').filter(({ value }) => fieldOf(value, 'resources') !== undefined),
      podFaults,
    ),
};

function podFaults(pod: Located<JsonObject>): readonly Fault[] {
  const asked = containerRequestsOf(pod, filledInRequestsOf);
  const written = containerRequestsOf(pod, (container) => amountsOf(container, 'requests'));
  const requests = amountsOf(pod, 'requests');
  const limits = amountsOf(pod, 'limits');
  return [...asked].flatMap(([name, sum]) => {
    const request = requests.get(name);
    const most = request ?? limits.get(name);
    // Where the written requests exceed it, the API server rejects the set: pod-resources-invalid.
    const isRefused = request !== undefined && (written.get(name) ?? 0n) > request;
    return faultAt(
      [...pod.path, 'resources', request === undefined ? 'limits' : 'requests', name],
      most !== undefined && sum > most && !isRefused
        ? `must be at least the ${binaryQuantityOf(sum)} that the containers request`
        : undefined,
    );
  });
}

/** A container that has a limit and no request asks for its limit. */
function filledInRequestsOf(container: Located<JsonObject>): Amounts {
  return new Map([...amountsOf(container, 'limits'), ...amountsOf(container, 'requests')]);
}
