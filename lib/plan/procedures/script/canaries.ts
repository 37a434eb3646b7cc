/** What scripts do with a set that gets a new template rung by rung. They use the functions of rollouts, too. */
export const CANARY_FUNCTIONS = String.raw`
# look_at_canary: the set is the one that was planned for, and every pod is ready before any gets another template. A run
# that was stopped may have left one on its way, so this waits for a minute.
look_at_canary() {
  look_at_rollout
  patience=$timeout
  [ "$timeout" -le 60 ] || timeout=60
  wait_until "every pod of the set $name is ready: mend that first" is_settled
  timeout=$patience
}
is_settled() {
  found=$(field statefulset "$name" '{.spec.replicas},{.status.readyReplicas}') || return 1
  printf '%s\n' "$found" | awk -F, '{ exit !($1 + 0 == $2 + 0) }'
}

# climb MANIFEST SHARE REPLICAS KEPT: the highest pods get the new template, as many as SHARE says: a number, or a
# percentage that is rounded up. REPLICAS is what the manifest says, or nothing; KEPT is the partition that it has.
climb() {
  pods=$3
  [ -n "$pods" ] || pods=$(field statefulset "$name" '{.spec.replicas}') || stop "the set $name cannot be read"
  partition=$((pods - $(count_of "$2" "$pods")))
  [ "$partition" -ge "$4" ] || partition=$4
  changed "$1" "{\"spec\":{\"updateStrategy\":{\"type\":\"RollingUpdate\",\"rollingUpdate\":{\"partition\":$partition}}}}" >"$scratch/object" ||
    stop "the new manifest cannot be prepared"
  begun=yes
  apply_as --namespace "$namespace" --filename "$scratch/object" >/dev/null || stop "the set $name was not changed"
  say "  the lowest $partition pods keep their template; the way back is this script with --step back"
  wait_until "every pod of the set $name is ready, the $((pods - partition)) highest ones with the new template" is_whole
}

# count_of SHARE PODS
count_of() {
  case $1 in
    *%) echo $((($2 * $(printf '%s' "$1" | tr -d '%') + 99) / 100)) ;;
    *) echo "$1" ;;
  esac
}

# step_back MANIFEST: every pod gets the template from before, also those that do not become ready with the new one.
step_back() {
  wait_until "the controller has seen the set $name as it is" is_seen
  current=$(field statefulset "$name" '{.status.currentRevision}') || stop "the set $name cannot be read"
  updated=$(field statefulset "$name" '{.status.updateRevision}') || stop "the set $name cannot be read"
  if [ "$current" = "$updated" ] && has_template "$1"; then
    stop "every pod of the set $name has the new template by now, and there is no step back from the last rung: apply the old manifests instead"
  fi
  number=$(field controllerrevision "$current" '{.revision}') || stop "the revision $current cannot be read"
  [ -n "$number" ] || stop "the revision $current is gone: apply the old manifests instead"
  begun=yes
  take_back "$1" >"$scratch/answer" 2>&1 || {
    cat "$scratch/answer" >&2
    stop "the set $name did not get the template from before"
  }
  wait_until "the controller has seen the set $name as it is" is_seen
  stage=after
  read_size
  each_ordinal bring_back
  await_pods
  say "  every pod of $name has the template from before; apply the old manifests as well, so that they say what runs"
}
has_template() {
  "$1" | try_apply --namespace "$namespace" --filename - --output 'jsonpath={.spec.template}' >"$scratch/wanted" 2>"$scratch/answer" || return 1
  found=$(field statefulset "$name" '{.spec.template}') || return 1
  [ "$found" = "$(cat "$scratch/wanted")" ]
}
bring_back() {
  stuck=$name-$1
  has=$(field pod "$stuck" '{.metadata.labels.controller-revision-hash}') || stop "the pod $stuck cannot be read"
  case $has in
    '' | "$current") ;;
    *) is_ready "$stuck" || replace_stuck "$stuck" "$has" updated ;;
  esac
}
`;

/** How the template from before comes back where manifests are applied client-side. */
export const CLIENT_SIDE_UNDO = String.raw`
take_back() { in_namespace rollout undo statefulset "$name" --to-revision="$number"; }
`;

/** The same server-side: another field manager must not own the template, or the next apply conflicts with it. */
export const SERVER_SIDE_UNDO = String.raw`
take_back() {
  in_namespace get controllerrevision "$current" --output 'jsonpath={.data.spec.template}' >"$scratch/template" || return 1
  {
    printf '[{"op":"replace","path":"/spec/template","value":'
    cat "$scratch/template"
    printf '},{"op":"remove","path":"/spec/template/$patch"}]'
  } >"$scratch/patch"
  "$1" | k patch --local --filename - --type json --patch-file "$scratch/patch" --output json >"$scratch/object" || return 1
  apply_as --namespace "$namespace" --filename "$scratch/object"
}
`;

/** How everything is applied but the sets that get a new template rung by rung. */
export const BESIDE_FUNCTIONS = String.raw`
# apply_beside NAMESPACE NAME...: applies everything of the files but these sets.
apply_beside() {
  with_files k create --dry-run=client --validate=false --output json >"$scratch/all" || stop "the new manifests cannot be read"
  : >"$scratch/sets"
  while [ $# -gt 0 ]; do
    printf '%s/%s\n' "$1" "$2" >>"$scratch/sets"
    shift 2
  done
  # kubectl prints each object as JSON with its fields on lines of their own, four spaces a level.
  awk -v sets="$scratch/sets" '
    BEGIN { while ((getline line <sets) > 0) { left[line] = 1; wanted++ } }
    function value(text) { sub(/^[^:]*: "/, "", text); sub(/",?$/, "", text); return text }
    /^[{]$/ { text = kind = name = namespace = ""; inside = 0 }
    /^    "kind": "/ { kind = value($0) }
    /^    "metadata": [{]$/ { inside = 1 }
    /^    [}]/ { inside = 0 }
    inside && /^        "name": "/ { name = value($0) }
    inside && /^        "namespace": "/ { namespace = value($0) }
    { text = text $0 "\n" }
    /^[}]$/ {
      if (kind == "StatefulSet" && (namespace "/" name) in left) found++
      else printf "---\n%s", text
    }
    END { exit found != wanted }
  ' "$scratch/all" >"$scratch/beside" || stop "the sets cannot be told from what is beside them in the new manifests"
  begun=yes
  [ ! -s "$scratch/beside" ] || apply_as --filename "$scratch/beside" || stop "what changes beside the sets was not applied"
}
`;
