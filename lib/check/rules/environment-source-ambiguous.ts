import { fieldAt, type Located } from '../../manifests/field-value';
import { fieldOf, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

const VALUE_SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];
const LIST_SOURCES = ['configMapRef', 'secretRef'];

export const environmentSourceAmbiguous: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'ENVIRONMENT_SOURCE_AMBIGUOUS',
  severity: Severity.ERROR,
  title: 'an environment variable has either a value or one source',
  fix: 'write value, or valueFrom with one source',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const variables = set.typed
      .ofType('EnvVar')
      .filter(({ value }) => fieldOf(value, 'valueFrom') !== undefined);
    const lists = set.typed.ofType('EnvFromSource');
    return judgeEach([...variables, ...lists], (one) =>
      fieldOf(one.value, 'valueFrom') === undefined ? listFaults(one) : variableFaults(one),
    );
  },
};

function variableFaults(variable: Located<JsonObject>): readonly Fault[] {
  const from = fieldAt(variable, 'valueFrom');
  if (from === undefined) {
    return [];
  }
  const problem =
    (textOf(variable.value, 'value') ?? '') === ''
      ? sourceProblem(from, VALUE_SOURCES)
      : 'must not be given with a value';
  return faultAt(from.path, problem);
}

function listFaults(list: Located<JsonObject>): readonly Fault[] {
  return faultAt(list.path, sourceProblem(list, LIST_SOURCES));
}

function sourceProblem({ value }: Located, sources: readonly string[]): string | undefined {
  const given = sources.filter((source) => fieldOf(value, source) !== undefined);
  if (given.length === 0) {
    return `must have one of ${sources.join(', ')}`;
  }
  return given.length > 1 ? `must not have both ${given.join(' and ')}` : undefined;
}
