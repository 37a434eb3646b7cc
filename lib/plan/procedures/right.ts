import { namespaceWord, type ShellArgument } from './shell-call';

/** What the user of a script has to be allowed to do. */
export interface Right {
  /** As `kubectl auth can-i` takes it: `pods`, `statefulsets.apps`. */
  readonly resource: Resource;
  readonly verbs: readonly Verb[];
  /** Absent where the resource belongs to no namespace. */
  readonly namespace?: ShellArgument;
}

/** The resources that scripts read and change. */
export type Resource =
  'persistentvolumeclaims' | 'persistentvolumes' | 'pods' | 'services' | 'statefulsets.apps';

/** What scripts do with them. */
export type Verb = 'create' | 'delete' | 'get' | 'list' | 'patch';

/** What it takes to make an object anew. */
export const MAKE_ANEW: readonly Verb[] = ['get', 'create', 'patch', 'delete'];

/** A right in the namespace of an object. */
export function rightIn(namespace: string | undefined, resource: Resource, verbs: readonly Verb[]): Right {
  return { resource, verbs, namespace: namespaceWord(namespace) };
}
