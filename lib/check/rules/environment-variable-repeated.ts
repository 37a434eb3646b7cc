import { fieldAt } from '../../manifests/field-value';
import { isList, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

export const environmentVariableRepeated: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'ENVIRONMENT_VARIABLE_REPEATED',
  severity: Severity.WARNING,
  title: 'a container has each environment variable once',
  why: 'the last one counts, and kubectl apply takes both for one: the next change of either may remove the other',
  fix: 'remove one of them',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      set.containers.flatMap((container) => fieldAt(container, 'env') ?? []),
      ({ path, value }) => {
        const names = (isList(value) ? value : []).map((variable) => textOf(variable, 'name') ?? '');
        return names.flatMap((name, index): readonly Fault[] =>
          name !== '' && names.indexOf(name) < index
            ? [{ path: [...path, index, 'name'], problem: 'is the name of an earlier variable', value: name }]
            : [],
        );
      },
    ),
};
