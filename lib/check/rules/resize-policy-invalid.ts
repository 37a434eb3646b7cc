import { itemsAt, type Located, repeatedBy } from '../../manifests/field-value';
import { type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { isInitContainer } from '../../manifests/views/set-view';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

const RESOURCES = ['cpu', 'memory'];
const POLICIES = ['NotRequired', 'RestartContainer'];

export const resizePolicyInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'RESIZE_POLICY_INVALID',
  severity: Severity.ERROR,
  title: 'a resize policy names cpu or memory, each at most once, and says whether the container restarts',
  fix: 'give each policy resourceName cpu or memory, and restartPolicy NotRequired or RestartContainer',
  refusedSince: KubernetesVersion.V1_34,
  since: KubernetesVersion.V1_33,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) =>
    judgeEach(
      set.typed.ofType('Container').filter((container) => itemsAt(container, 'resizePolicy').length > 0),
      (container) => {
        const policies = itemsAt(container, 'resizePolicy');
        const restarts = isAtLeast(version, KubernetesVersion.V1_36) && endsBeforeOthers(container);
        return [
          ...policies.flatMap((policy) => policyFaults(policy, restarts ? POLICIES.slice(0, 1) : POLICIES)),
          ...repeatedBy(policies, ({ value }) => textOf(value, 'resourceName')).map(
            ({ path, value }): Fault => ({
              path: [...path, 'resourceName'],
              problem: 'already has a policy',
              value: textOf(value, 'resourceName'),
            }),
          ),
        ];
      },
    ),
};

/** An init container that is no sidecar is never resized: it has nothing to restart for. */
function endsBeforeOthers(container: Located<JsonObject>): boolean {
  return isInitContainer(container) && textOf(container.value, 'restartPolicy') !== 'Always';
}

function policyFaults({ path, value }: Located<JsonObject>, policies: readonly string[]): readonly Fault[] {
  return [
    ...choiceFaults([...path, 'resourceName'], textOf(value, 'resourceName') ?? '', RESOURCES),
    ...choiceFaults([...path, 'restartPolicy'], textOf(value, 'restartPolicy') ?? '', policies),
  ];
}

function choiceFaults(path: Fault['path'], text: string, choices: readonly string[]): readonly Fault[] {
  return choices.includes(text)
    ? []
    : faultAt(path, `must be ${choices.join(' or ')}`, text === '' ? undefined : text);
}
