import { fieldAt, type Located } from '../../manifests/field-value';
import { fieldOf, isObject, type JsonObject } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { compareQuantities } from '../../kubernetes/quantity';
import { isOvercommitted, resourceOwnersIn } from '../../kubernetes/resource-names';
import { valueText } from '../finding';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

export const requestExceedsLimit: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'REQUEST_EXCEEDS_LIMIT',
  severity: Severity.ERROR,
  title: 'a container or a pod requests no more of a resource than its limit',
  fix: 'raise the limit or lower the request; devices and huge pages need equal requests and limits',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) =>
    judgeEach(
      set.typed.ofType(...resourceOwnersIn(version)).flatMap((owner) => {
        const resources = fieldAt(owner, 'resources');
        return isObject(fieldOf(resources?.value, 'requests')) ? [resources as Located<JsonObject>] : [];
      }),
      resourcesFaults,
    ),
};

function resourcesFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const requests = fieldOf(value, 'requests');
  return Object.entries(isObject(requests) ? requests : {}).flatMap(([name, request]): Fault[] => {
    const limits = fieldOf(value, 'limits');
    // An amount that is null is decoded as nothing.
    const limit = isObject(limits) && Object.hasOwn(limits, name) ? (limits[name] ?? 0) : undefined;
    const at = [...path, 'requests', name];
    if (limit === undefined) {
      return isOvercommitted(name) ? [] : [{ path: at, problem: 'must have an equal limit', value: request }];
    }
    const order = compareQuantities(request ?? 0, limit) ?? 0;
    if (order > 0) {
      return [
        { path: at, problem: `must not be more than the limit of ${valueText(limit)}`, value: request },
      ];
    }
    return order < 0 && !isOvercommitted(name)
      ? [{ path: at, problem: `must be equal to the limit of ${valueText(limit)}`, value: request }]
      : [];
  });
}
