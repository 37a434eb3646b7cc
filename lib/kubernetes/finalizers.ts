import { labelKeyProblem } from './name-rules';

/** Finalizers of Kubernetes itself: the only ones that need no domain. */
const WITHOUT_DOMAIN: readonly string[] = ['kubernetes', 'orphan', 'foregroundDeletion'];

/** What is wrong with a finalizer, in the form "must ...", or undefined where nothing is. */
export function finalizerProblem(name: string): string | undefined {
  return (
    labelKeyProblem(name) ??
    (name.includes('/') || WITHOUT_DOMAIN.includes(name)
      ? undefined
      : 'must have a domain, as in example.com/name')
  );
}

/** Whether finalizers ask both to delete and to keep what an object owns. */
export function finalizersConflict(names: readonly string[]): boolean {
  return names.includes('orphan') && names.includes('foregroundDeletion');
}
