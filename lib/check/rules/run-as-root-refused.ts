import { type Located } from '../../manifests/field-value';
import { type JsonObject } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS, type SetView } from '../../manifests/views/set-view';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

const ROOT = 0;

export const runAsRootRefused: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'RUN_AS_ROOT_REFUSED',
  severity: Severity.ERROR,
  title: 'a container with runAsNonRoot does not run as user 0',
  why: 'the API server accepts the set, but the kubelet never starts the container: CreateContainerConfigError',
  fix: 'set runAsUser to the id of a user other than root, or remove runAsNonRoot',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const guarded = set.containers.filter(
      (container) => effective(set, container, 'runAsNonRoot')?.value === true,
    );
    if (guarded.length === 0) {
      return NOT_APPLICABLE;
    }
    const users = guarded.flatMap((container) => effective(set, container, 'runAsUser') ?? []);
    // The user of the pod is at fault once, however many containers take it.
    const roots = new Map(
      users.filter(({ value }) => value === ROOT).map(({ path }) => [path.join('.'), path]),
    );
    return [...roots.values()].map((path): Fault => ({
      path,
      problem: 'must not be root where runAsNonRoot is true',
      value: ROOT,
    }));
  },
};

/** A field of the security context of a container, or of its pod's where the container says nothing. */
function effective(
  set: SetView,
  container: Located<JsonObject>,
  field: 'runAsNonRoot' | 'runAsUser',
): Located | undefined {
  return (
    set.written([...container.path, 'securityContext', field]) ??
    set.written([...SET_PATHS.podSpec, 'securityContext', field])
  );
}
