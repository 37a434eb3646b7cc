/** A call of a function of the script, and the words that it is given. */
export interface ShellCall {
  readonly name: string;
  readonly words: readonly ShellArgument[];
}

/** A call that the script announces. */
export interface TitledCall extends ShellCall {
  readonly title: string;
}

/** A text, which is quoted; or the value of a variable of the script. */
export type ShellArgument = string | ShellVariable;

/** A variable of the script: the namespace that it was told, or the function that prints the new manifest. */
export interface ShellVariable {
  readonly variable: 'home' | 'manifest';
}

/** Stands for the function that prints the new manifest of the procedure's object. */
export const MANIFEST: ShellVariable = { variable: 'manifest' };

/** The namespace of an object; where nothing says it, the script is told. */
export function namespaceWord(namespace: string | undefined): ShellArgument {
  return namespace ?? { variable: 'home' };
}

/** A call. */
export function call(name: string, ...words: readonly ShellArgument[]): ShellCall {
  return { name, words };
}

/** A call with what the script says when its turn comes. */
export function titled(title: string, name: string, ...words: readonly ShellArgument[]): TitledCall {
  return { title, name, words };
}
