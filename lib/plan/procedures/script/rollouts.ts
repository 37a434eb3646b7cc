/** What scripts do with a rollout that is stuck. */
export const ROLLOUT_FUNCTIONS = String.raw`
# look_at_rollout: the set is the one that was planned for.
look_at_rollout() {
  case $stage in
    missing) stop_for_want_of_it ;;
    before) ;;
    *) stop "the $kind $name is another one than the plan was made for (its UID is $live, not $planned): plan again" ;;
  esac
}

# await_apply MANIFEST REVISION...: until the set has what the manifest says of its pods, and none of these revisions for
# its template. Somebody else may have yet to apply it.
await_apply() { wait_until "the new manifest is applied to the set $name" is_applied "$@"; }
is_applied() {
  of_pods='{.spec.template}{.spec.updateStrategy}'
  "$1" | try_apply --namespace "$namespace" --filename - --output "jsonpath=$of_pods" >"$scratch/wanted" 2>"$scratch/answer" || return 1
  shift
  found=$(field statefulset "$name" "$of_pods") || return 1
  [ "$found" = "$(cat "$scratch/wanted")" ] || return 1
  is_seen || return 1
  found=$(field statefulset "$name" '{.status.updateRevision}') || return 1
  for revision do [ "$found" != "$revision" ] || return 1; done
}

# replace_stuck POD REVISION COMES_BACK: deletes a pod of a revision that does not become ready, and waits for the one
# that comes in its place. COMES_BACK is the template of that: "updated" for the set's, "current" for the one from
# before the update, "never" where none comes.
replace_stuck() {
  pod=$1 revision=$2 comes_back=$3
  wait_until "the controller has seen the set $name as it is" is_seen
  case $comes_back in
    updated) next=$(field statefulset "$name" '{.status.updateRevision}') || stop "the set $name cannot be read" ;;
    current) next=$(field statefulset "$name" '{.status.currentRevision}') || stop "the set $name cannot be read" ;;
    *) next= ;;
  esac
  [ "$next" != "$revision" ] ||
    stop "the pod $pod would come back from the revision $revision, which does not become ready: plan again"
  wait_until "the pod $pod has been deleted, or is not what it was" is_past_stuck
  if [ "$comes_back" = never ]; then
    wait_until "the pod $pod is gone" is_gone pod "$pod"
  else
    wait_until "the pod $pod is ready" is_ready "$pod"
  fi
}
is_seen() {
  found=$(field statefulset "$name" '{.metadata.generation}/{.status.observedGeneration}') || return 1
  [ "$(printf '%s\n' "$found" | cut -d / -f 1)" = "$(printf '%s\n' "$found" | cut -d / -f 2)" ]
}

# is_past_stuck: whether the pod is ready, has another template or is going. Where it is not, it is deleted as it was
# seen: the deletion fails if anything about the pod has changed since, and then it is looked at again.
is_past_stuck() {
  found=$(field pod "$pod" '{.metadata.uid} {.metadata.resourceVersion} {.metadata.labels.controller-revision-hash} going={.metadata.deletionTimestamp} ready={.status.conditions[?(@.type=="Ready")].status}') || return 1
  case $found in
    '' | *" ready=True") return 0 ;;
    *" $revision going= ready="*) ;;
    *) return 0 ;;
  esac
  seen_uid=$(printf '%s\n' "$found" | cut -d ' ' -f 1)
  seen_version=$(printf '%s\n' "$found" | cut -d ' ' -f 2)
  printf '{"kind":"DeleteOptions","apiVersion":"v1","preconditions":{"uid":"%s","resourceVersion":"%s"}}' "$seen_uid" "$seen_version" |
    k delete --raw "/api/v1/namespaces/$namespace/pods/$pod" --filename - >/dev/null || return 1
  say "  deleted the pod $pod"
}
`;
