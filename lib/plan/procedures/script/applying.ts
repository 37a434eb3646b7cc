import { type ApplyOptions, ApplyMode } from '../../apply-mode';
import { KUBECTL } from '../../differences/server-apply/field-managers';
import { shellWord } from '../step';

/** The field manager that keeps the number of pods of a set whose manifest leaves it out. */
export const SIZE_MANAGER = 'cdk8s-stateful';

/** How a script applies and creates, as the plan takes it that manifests are applied. */
export function applyingFunctions(how: ApplyOptions): string {
  return how.mode === ApplyMode.CLIENT ? CLIENT_SIDE : serverSide(how);
}

const CLIENT_SIDE = String.raw`
# apply_as OPTION...: as the new manifests are applied.
apply_as() { k apply "$@"; }

# try_apply OPTION...: the same as a rehearsal.
try_apply() { apply_as --dry-run=server "$@"; }

# create_as OPTION...: creates what is not there.
create_as() { k create "$@"; }

# look_at_conflicts MANIFEST: client-side apply knows none.
look_at_conflicts() { :; }
`;

function serverSide({ fieldManager = KUBECTL, isForced }: ApplyOptions): string {
  const name = shellWord(fieldManager);
  return String.raw`
# apply_as OPTION...: as the new manifests are applied.
apply_as() { k apply --server-side --field-manager ${name} ${isForced ? '--force-conflicts ' : ''}"$@"; }

# try_apply OPTION...: the same as a rehearsal of the object alone, whoever has set its fields.
try_apply() { k apply --server-side --field-manager ${name} --force-conflicts --dry-run=server "$@"; }

# create_as OPTION...: creates what is not there. Another command would leave another field manager behind.
create_as() { apply_as "$@"; }

# look_at_conflicts MANIFEST: nobody else has set what the manifest changes. An object that is recreated would lose it.
look_at_conflicts() {
  "$1" | apply_as --namespace "$namespace" --dry-run=server --filename - >"$scratch/answer" 2>&1 ||
    stop_on_conflict "the $kind $name"
}

# keep_size: the manifest does not say how many pods there are, and the next apply would take the number back that the
# set was created with: it belongs to a field manager of its own, too.
keep_size() {
  found=$(in_namespace get statefulset "$name" --show-managed-fields --output 'jsonpath={.metadata.managedFields[?(@.manager=="${SIZE_MANAGER}")].operation}') ||
    stop "the set $name cannot be read"
  [ -z "$found" ] || return 0
  pods=$(field statefulset "$name" '{.spec.replicas}') || stop "the set $name cannot be read"
  printf '{"apiVersion":"apps/v1","kind":"StatefulSet","metadata":{"name":"%s"},"spec":{"replicas":%s}}' "$name" "$pods" |
    k apply --server-side --field-manager ${SIZE_MANAGER} --namespace "$namespace" --filename - >/dev/null ||
    stop "the number of pods of the set $name is not safe from the next apply"
}
`;
}
