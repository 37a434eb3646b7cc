import { itemsAt, type Located } from '../../manifests/field-value';
import { fieldOf, isList, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { dnsSubdomainProblem } from '../../kubernetes/name-rules';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

export const nodeAffinityInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'NODE_AFFINITY_INVALID',
  severity: Severity.ERROR,
  title: 'matchFields selects a node by metadata.name with one value',
  fix: 'use matchExpressions to select nodes by label',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      set.typed.ofType('NodeSelectorTerm').flatMap((term) => itemsAt(term, 'matchFields')),
      fieldFaults,
    ),
};

function fieldFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const values = fieldOf(value, 'values');
  const [name, ...others] = isList(values) ? values : [];
  const operator = textOf(value, 'operator') ?? '';
  const hasOneName =
    typeof name === 'string' && others.length === 0 && dnsSubdomainProblem(name) === undefined;
  return [
    ...(textOf(value, 'key') === 'metadata.name'
      ? []
      : [{ path: [...path, 'key'], problem: 'must be metadata.name' }]),
    ...(operator === 'In' || operator === 'NotIn'
      ? []
      : [{ path: [...path, 'operator'], problem: 'must be In or NotIn' }]),
    ...(hasOneName ? [] : [{ path: [...path, 'values'], problem: 'must be the name of one node' }]),
  ];
}
