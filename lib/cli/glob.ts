/**
 * Whether a pattern matches a file: its whole path, or what follows one of its folders. `*` and `?` stand for anything
 * within a name, `**` for any folders. A pattern that names a folder matches all that is in it.
 */
export function matchesGlob(file: string, pattern: string): boolean {
  return expressionOf(pattern).test(file.replaceAll('\\', '/'));
}

function expressionOf(pattern: string): RegExp {
  const body = pattern
    .replaceAll('\\', '/')
    .replace(/^\.\//, '')
    .replace(/\/+$/, '')
    .split(/(\*\*\/?|\*|\?)/)
    .map((part) => WILDCARDS[part] ?? part.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&'))
    .join('');
  return new RegExp(`(?:^|/)${body}(?:$|/)`);
}

const WILDCARDS: Readonly<Partial<Record<string, string>>> = {
  '**/': '(?:[^/]+/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};
