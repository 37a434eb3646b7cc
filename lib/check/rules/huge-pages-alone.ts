import { type Located } from '../../manifests/field-value';
import { fieldOf, isObject, type JsonObject } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { resourceOwnersIn } from '../../kubernetes/resource-names';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const hugePagesAlone: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'HUGE_PAGES_ALONE',
  severity: Severity.ERROR,
  title: 'a container or a pod that requests huge pages also requests cpu or memory',
  fix: 'add a request or a limit for memory',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) =>
    judgeEach(
      set.typed
        .ofType(...resourceOwnersIn(version))
        .filter((owner) => resourcesOf(owner).some((name) => name.startsWith('hugepages-'))),
      (owner) =>
        faultAt(
          [...owner.path, 'resources'],
          resourcesOf(owner).some((name) => name === 'cpu' || name === 'memory')
            ? undefined
            : 'must have cpu or memory with huge pages',
        ),
    ),
};

function resourcesOf({ value }: Located<JsonObject>): readonly string[] {
  return ['limits', 'requests'].flatMap((field) => {
    const amounts = fieldOf(fieldOf(value, 'resources'), field);
    return isObject(amounts) ? Object.keys(amounts) : [];
  });
}
