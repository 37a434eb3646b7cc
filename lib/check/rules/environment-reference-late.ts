import { fieldAt } from '../../manifests/field-value';
import { fieldOf, isList, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

/** `$(NAME)`, but not `$$(NAME)`, which stands for itself. */
const REFERENCE = /(?<!\$)(?:\$\$)*\$\(([^()\s]+)\)/g;

export const environmentReferenceLate: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'ENVIRONMENT_REFERENCE_LATE',
  severity: Severity.WARNING,
  title: 'a variable that another one refers to stands before it',
  why: 'the reference is not replaced: the program gets the text $(NAME) itself',
  fix: 'move the variable that is referred to before it',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      // What envFrom brings is there before all others, and only the cluster knows it.
      set.containers
        .filter(({ value }) => fieldOf(value, 'envFrom') === undefined)
        .flatMap((container) => fieldAt(container, 'env') ?? []),
      ({ path, value }) => {
        const variables = isList(value) ? value : [];
        const names = variables.map((variable) => textOf(variable, 'name'));
        return variables.flatMap((variable, index): readonly Fault[] => {
          const referred = [...(textOf(variable, 'value') ?? '').matchAll(REFERENCE)].map(([, name]) => name);
          const late = referred.find((name) => names.includes(name) && names.indexOf(name) > index);
          return late === undefined
            ? []
            : [{ path: [...path, index, 'value'], problem: `refers to ${late}, which stands after it` }];
        });
      },
    ),
};
