import { fieldAt, itemsAt, type Located, repeatedBy } from '../../manifests/field-value';
import { fieldOf, isObject, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsLabelProblem, dnsSubdomainProblem } from '../../kubernetes/name-rules';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

const SOURCES = ['resourceClaimName', 'resourceClaimTemplateName'];

export const resourceClaimInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'RESOURCE_CLAIM_INVALID',
  severity: Severity.ERROR,
  title:
    'a resource claim of a pod has a name of its own and one source, and containers use those that the pod has',
  fix: 'give each claim either resourceClaimName or resourceClaimTemplateName, and use the names of the claims of the pod in resources.claims',
  since: KubernetesVersion.V1_34,
  refusedSince: KubernetesVersion.V1_34,
  beforeThat: 'drops resource claims unless a feature gate is on',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      set.typed.ofType('PodSpec').filter((pod) => claimsOf(pod).length + usesOf(pod).length > 0),
      (pod) => {
        const claims = claimsOf(pod);
        const names = new Set(claims.map(({ value }) => textOf(value, 'name')));
        return [
          ...claims.flatMap(claimFaults),
          ...repeatedBy(claims, ({ value }) => textOf(value, 'name')).map(({ path, value }): Fault => ({
            path: [...path, 'name'],
            problem: 'is taken by another claim of the pod',
            value: textOf(value, 'name'),
          })),
          ...usesOf(pod)
            .filter(({ value }) => !names.has(textOf(value, 'name')))
            .map(({ path, value }): Fault => ({
              path: [...path, 'name'],
              problem: 'names no resource claim of the pod',
              value: textOf(value, 'name'),
            })),
        ];
      },
    ),
};

function claimsOf(pod: Located<JsonObject>): readonly Located<JsonObject>[] {
  return itemsAt(pod, 'resourceClaims');
}

/** What the containers of a pod take of its claims. */
function usesOf(pod: Located<JsonObject>): readonly Located<JsonObject>[] {
  return ['initContainers', 'containers'].flatMap((list) =>
    itemsAt(pod, list).flatMap((container) => {
      const resources = fieldAt(container, 'resources');
      return isObject(resources?.value)
        ? itemsAt({ path: [...container.path, 'resources'], value: resources.value }, 'claims')
        : [];
    }),
  );
}

function claimFaults(claim: Located<JsonObject>): readonly Fault[] {
  const { path, value } = claim;
  const name = textOf(value, 'name') ?? '';
  const given = SOURCES.filter((source) => fieldOf(value, source) !== undefined);
  return [
    ...faultAt([...path, 'name'], name === '' ? 'must be given' : dnsLabelProblem(name), name),
    ...faultAt(
      path,
      given.length === 1
        ? undefined
        : given.length === 0
          ? `must have one of ${SOURCES.join(' and ')}`
          : `must not have both ${SOURCES.join(' and ')}`,
    ),
    ...given.flatMap((source) => {
      const text = fieldAt(claim, source);
      return typeof text?.value === 'string'
        ? faultAt(
            text.path,
            text.value === '' ? 'must not be empty' : dnsSubdomainProblem(text.value),
            text.value,
          )
        : [];
    }),
  ];
}
