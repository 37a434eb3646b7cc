import { itemsAt, type Located } from '../../manifests/field-value';
import { fieldOf, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { amountsOf, containerRequestsOf } from '../../manifests/pod-requests';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { binaryQuantityOf } from '../../kubernetes/quantity';
import { isPartOfPage, isPodResource } from '../../kubernetes/resource-names';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

export const podResourcesInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'POD_RESOURCES_INVALID',
  severity: Severity.ERROR,
  title: 'the resources of a pod are cpu, memory and huge pages, and cover what its containers request',
  fix: 'raise the resources of the pod, or lower what its containers request',
  since: KubernetesVersion.V1_34,
  refusedSince: KubernetesVersion.V1_34,
  beforeThat: 'drops them',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      set.typed.ofType('PodSpec').filter(({ value }) => fieldOf(value, 'resources') !== undefined),
      (pod) => [
        ...(['limits', 'requests'] as const).flatMap((field) => amountFaults(pod, field)),
        ...faultAt(
          [...pod.path, 'resources', 'claims'],
          fieldOf(fieldOf(pod.value, 'resources'), 'claims') === undefined
            ? undefined
            : 'must be given for the containers, not for the pod',
        ),
        ...faultAt(
          [...pod.path, 'resources'],
          textOf(fieldOf(pod.value, 'os'), 'name') === 'windows' ? 'must not be given on Windows' : undefined,
        ),
        ...requestFaults(pod),
        ...itemsAt(pod, 'containers').flatMap((container) => limitFaults(container, pod)),
      ],
    ),
};

function amountFaults(pod: Located<JsonObject>, field: 'limits' | 'requests'): readonly Fault[] {
  return [...amountsOf(pod, field)].flatMap(([name, amount]) =>
    faultAt(
      [...pod.path, 'resources', field, name],
      !isPodResource(name)
        ? 'must be cpu, memory or hugepages-<size>'
        : amount < 0n
          ? 'must not be negative'
          : isPartOfPage(name, amount)
            ? 'must be a multiple of the page size'
            : undefined,
    ),
  );
}

function requestFaults(pod: Located<JsonObject>): readonly Fault[] {
  const asked = containerRequestsOf(pod, (container) => amountsOf(container, 'requests'));
  return [...amountsOf(pod, 'requests')].flatMap(([name, amount]) => {
    const sum = asked.get(name) ?? 0n;
    return faultAt(
      [...pod.path, 'resources', 'requests', name],
      sum > amount ? `must be at least the ${binaryQuantityOf(sum)} that the containers request` : undefined,
    );
  });
}

function limitFaults(container: Located<JsonObject>, pod: Located<JsonObject>): readonly Fault[] {
  const limits = amountsOf(pod, 'limits');
  return [...amountsOf(container, 'limits')].flatMap(([name, amount]) => {
    const most = limits.get(name);
    return faultAt(
      [...container.path, 'resources', 'limits', name],
      most !== undefined && amount > most
        ? `must be no more than the ${binaryQuantityOf(most)} of the pod`
        : undefined,
    );
  });
}
