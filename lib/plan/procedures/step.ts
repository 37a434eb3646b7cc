/** One step of a safe procedure. Commands and conditions are lines of a POSIX shell. */
export interface Step {
  readonly title: string;
  /** What to run; empty where a person has to decide or to edit. */
  readonly command: string;
  readonly why: string;
  /** A command that succeeds once the step is done: it is skipped then, and awaited otherwise. */
  readonly doneWhen?: string;
  /** A command that must succeed before the step may run, and what it means where it fails. */
  readonly requires?: { readonly condition: string; readonly otherwise: string };
}

/** The text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** `kubectl` for objects of a namespace; of the current one where it is not known. */
export function kubectl(namespace: string | undefined, ...words: readonly string[]): string {
  const place = namespace === undefined ? [] : ['--namespace', namespace];
  return ['kubectl', ...place, ...words].map(shellWord).join(' ');
}

/** A condition: the field of an object, as JSONPath has it, is this text. */
export function fieldIs(
  namespace: string | undefined,
  [resource, name]: readonly [string, string],
  jsonPath: string,
  value: string,
): string {
  return `[ "$(${kubectl(namespace, 'get', resource, name, '--output', `jsonpath={${jsonPath}}`)})" = ${shellWord(value)} ]`;
}

/** A condition: there is such an object. */
export function exists(namespace: string | undefined, resource: string, name: string): string {
  return `${kubectl(namespace, 'get', resource, name)} >/dev/null 2>&1`;
}

/** A condition: there is no such object, and the cluster was asked. */
export function isGone(namespace: string | undefined, resource: string, name: string): string {
  return `[ -z "$(${kubectl(namespace, 'get', resource, name, '--ignore-not-found', '--output', 'name')} || echo unknown)" ]`;
}
