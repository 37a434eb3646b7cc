/** One step of a migration procedure, for people. */
export interface Step {
  readonly title: string;
  /** What a person would type into a shell; empty where a person has to decide or to edit. */
  readonly command: string;
  readonly why: string;
}

/** A step that no command can do. */
export function manualStep(title: string, why: string): Step {
  return { title, command: '', why };
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

/** A loop over the ordinals of a set. The body names the ordinal `$ordinal`, so it is no quoted word. */
export function forEachOrdinal(
  { firstOrdinal, replicas }: { readonly firstOrdinal: number; readonly replicas: number },
  ...body: readonly string[]
): string {
  return [
    `for ordinal in $(seq ${firstOrdinal} ${firstOrdinal + replicas - 1}); do`,
    ...body.map((line) => `  ${line}`),
    'done',
  ].join('\n');
}
