import { namespaceWord, type ShellArgument } from './shell-call';

/** What the user of a script has to be allowed to do. */
export interface Right {
  /** As `kubectl auth can-i` takes it: `pods`, `statefulsets.apps`. */
  readonly resource: Resource;
  readonly verbs: readonly Verb[];
  /** The one object that it is about; absent for all. */
  readonly name?: string;
  /** Absent where the resource belongs to no namespace. */
  readonly namespace?: ShellArgument;
}

/** The resources that scripts read and change. */
export type Resource =
  | 'controllerrevisions.apps'
  | 'persistentvolumeclaims'
  | 'persistentvolumes'
  | 'pods'
  | 'services'
  | 'statefulsets.apps';

/** What scripts do with them. */
export type Verb = 'create' | 'delete' | 'get' | 'list' | 'patch';

/** A right to all objects of a kind in the namespace of an object. */
export function rightIn(namespace: string | undefined, resource: Resource, verbs: readonly Verb[]): Right {
  return { resource, verbs, namespace: namespaceWord(namespace) };
}

/** The rights to recreate one object, and no other one. A right to create cannot name anything. */
export function rightsToRecreate(
  namespace: string | undefined,
  resource: Resource,
  name: string,
): readonly Right[] {
  return [
    rightIn(namespace, resource, ['create']),
    { ...rightIn(namespace, resource, ['get', 'patch', 'delete']), name },
  ];
}
