import type { EnvVar } from '../../../imports/k8s';

/**
 * The variables of a container, each after those that its value refers to as `$(NAME)`: the kubelet puts in only what
 * stands before. Others stay where they are. Not every language keeps the order in which a map was written.
 *
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
export function inOrderOfUse(variables: readonly EnvVar[]): EnvVar[] {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const met = new Set<EnvVar>();
  const ordered: EnvVar[] = [];
  const place = (variable: EnvVar | undefined): void => {
    // Variables that refer to each other have no right order, and must not be followed for ever.
    if (variable === undefined || met.has(variable)) {
      return;
    }
    met.add(variable);
    namesIn(variable.value).forEach((name) => {
      place(byName.get(name));
    });
    ordered.push(variable);
  };
  variables.forEach(place);
  return ordered;
}

/** The names that a value refers to. `$$(NAME)` stands for the text `$(NAME)`. A lazy value is not known yet. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'string' || !value.includes('$(')) {
    return [];
  }
  return [...value.matchAll(/\$\$|\$\(([^)]*)\)/g)]
    .map(([, name]: readonly (string | undefined)[]) => name)
    .filter((name) => name !== undefined);
}
