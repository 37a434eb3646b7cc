import { pascalCase } from './code/constant-names';
import { type Target } from './target/target';

/** What the objects are called together: the name of the one set, or what the names of all sets begin with. */
export function appNameOf(targets: readonly Target[]): string {
  const sets = targets.filter(({ kind }) => kind === 'StatefulSet');
  const names = (sets.length > 0 ? sets : targets).map(({ name }) => name);
  const [first = ''] = names;
  const words = first.split('-');
  const common = words.filter((_, index) => {
    const start = words.slice(0, index + 1).join('-');
    return names.every((name) => name === start || name.startsWith(`${start}-`));
  });
  return common.join('-') || 'adopted';
}

/** The name of the class of the chart. */
export function classNameOf(targets: readonly Target[]): string {
  return `${pascalCase(appNameOf(targets))}Chart`;
}
