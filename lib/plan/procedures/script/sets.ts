/** What scripts do with a StatefulSet, its claims and its pods. */
export const SET_FUNCTIONS = String.raw`
# read_size: how many pods the set has and which is the first. While the set is there it knows best.
read_size() {
  case $stage in
    deleted) ;;
    *)
      replicas=$(field statefulset "$name" '{.spec.replicas}')
      first=$(field statefulset "$name" '{.spec.ordinals.start}')
      [ -n "$first" ] || first=0
      ;;
  esac
}

# each_ordinal COMMAND...: calls the command with each ordinal of the set after its other words, the lowest first.
each_ordinal() {
  index=0
  while [ "$index" -lt "$replicas" ]; do
    "$@" $((first + index))
    index=$((index + 1))
  done
}

# look_at_set MANIFEST REPLICAS PLANNED TRIAL: whether the set can be recreated. REPLICAS is what the new manifest
# says, or nothing; PLANNED is the number of pods that the plan knew of; TRIAL is a name that no set has.
look_at_set() {
  settle "$1"
  read_size
  [ "$stage" = before ] || return 0
  if [ -n "$2" ] && [ "$2" -lt "$replicas" ] && [ "$replicas" -gt "$3" ]; then
    stop "the set $name runs with $replicas pods, the plan knew of $3, and the new manifest says $2: pods would be removed that the plan does not mention; plan again from the cluster"
  fi
  # The name alone differs, so the API server judges all the rest.
  changed "$1" "{\"metadata\":{\"name\":\"$4\"}}" >"$scratch/object" || stop "the new manifest cannot be prepared"
  in_namespace create --dry-run=server --filename "$scratch/object" >"$scratch/answer" 2>&1 || {
    cat "$scratch/answer" >&2
    stop "the API server rejects the new set under any name: correct the manifest first"
  }
}

# retain_claims: the set stops owning its claims, so that none goes with it.
retain_claims() {
  [ "$stage" = before ] || return 0
  policy=$(field statefulset "$name" '{.spec.persistentVolumeClaimRetentionPolicy.*}') || stop "the set $name cannot be read"
  case $policy in
    *Delete*)
      in_namespace patch statefulset "$name" --type merge --patch '{"spec":{"persistentVolumeClaimRetentionPolicy":{"whenDeleted":"Retain","whenScaled":"Retain"}}}' >/dev/null ||
        stop "the retention policy of the set $name was not changed"
      ;;
  esac
  wait_until "no claim of the set $name is deleted with it" owns_no_claim
}

owns_no_claim() {
  templates=$(field statefulset "$name" '{.spec.volumeClaimTemplates[*].metadata.name}') || return 1
  in_namespace get persistentvolumeclaims --output 'jsonpath={range .items[*]}{.metadata.name}{" "}{.metadata.ownerReferences[*].uid}{"\n"}{end}' >"$scratch/claims" || return 1
  owned=
  for template in $templates; do each_ordinal note_owned "$template"; done
  [ -z "$owned" ]
}
note_owned() { ! grep -q "^$1-$name-$2 .*$uid" "$scratch/claims" || owned=yes; }

# relabel_pods LABEL...: pods that the new selector does not match would not be adopted.
relabel_pods() {
  [ "$stage" = deleted ] || return 0
  index=0
  while [ "$index" -lt "$replicas" ]; do
    pod=$name-$((first + index))
    if ! is_gone pod "$pod"; then
      in_namespace label pod "$pod" --overwrite "$@" >/dev/null || stop "the pod $pod was not labelled"
    fi
    index=$((index + 1))
  done
}

# resume MANIFEST: how far an earlier run has come, and how many pods there are.
resume() {
  settle "$1"
  read_size
}

# create_set MANIFEST REPLICAS
create_set() { create_object "$1" "$(keep_number "$2")"; }

# keep_number REPLICAS: the patch that gives the new set as many pods as there are, where its manifest says nothing.
keep_number() {
  if [ -n "$1" ]; then echo '{}'; else echo "{\"spec\":{\"replicas\":$replicas}}"; fi
}

is_ready() { found=$(field pod "$1" '{.status.conditions[?(@.type=="Ready")].status}') && [ "$found" = True ]; }

# look_at_pods: pods are about to be deleted one by one: all others must be ready.
look_at_pods() {
  [ "$stage" = before ] || return 0
  each_ordinal require_ready
}
require_ready() {
  is_ready "$name-$1" || stop "the pod $name-$1 is not ready, and the other pods are to restart: repair it first"
}

# renew_pods ORDER SUBDOMAIN TEMPLATE...: deletes one by one the pods that lack a volume or the Service's name, and
# waits for each. ORDER is "up" or "down". A set that lacks a volume in one pod stops there, so the lowest goes first.
renew_pods() {
  order=$1 subdomain=$2
  shift 2
  read_size
  index=0
  while [ "$index" -lt "$replicas" ]; do
    if [ "$order" = up ]; then ordinal=$((first + index)); else ordinal=$((first + replicas - 1 - index)); fi
    renew_pod "$name-$ordinal" "$@"
    index=$((index + 1))
  done
}
renew_pod() {
  pod=$1
  if ! is_renewed "$@"; then
    old=$(uid_of pod "$pod") || stop "the pod $pod cannot be read"
    if [ -n "$old" ]; then
      say "  deleting the pod $pod"
      in_namespace delete pod "$pod" --wait=false >/dev/null || stop "the pod $pod was not deleted"
    fi
    wait_until "the pod $pod is there anew" is_renewed "$@"
  fi
  wait_until "the pod $pod is ready" is_ready "$pod"
}
is_renewed() {
  pod=$1
  shift
  found=$(field pod "$pod" '{.metadata.deletionTimestamp}/{.spec.subdomain}/ {.spec.volumes[*].persistentVolumeClaim.claimName} ') || return 1
  for template do
    case $found in *" $template-$pod "*) ;; *) return 1 ;; esac
  done
  case $found in "/$subdomain/ "*) return 0 ;; *) return 1 ;; esac
}

# await_pods: until every pod that the strategy replaces has the new template, and all are ready.
await_pods() { wait_until "every pod of the set $name is ready" is_whole; }
is_whole() {
  found=$(field statefulset "$name" '{.metadata.generation},{.status.observedGeneration},{.spec.replicas},{.status.readyReplicas},{.status.updatedReplicas},{.spec.updateStrategy.type},{.spec.updateStrategy.rollingUpdate.partition}') || return 1
  printf '%s\n' "$found" | awk -F, '{
    left = $6 == "OnDelete" ? $3 : $7 + 0
    exit !($1 == $2 && $3 + 0 == $4 + 0 && $5 + 0 >= $3 - left)
  }'
}
`;

/** How scripts grow the claims of a set. */
export const GROWTH_FUNCTIONS = String.raw`
# look_at_growth TEMPLATE SIZE: every claim is there, and the API server would let it grow.
look_at_growth() {
  each_ordinal look_at_claim "$1" "$2"
}
look_at_claim() {
  claim=$1-$name-$3
  found=$(field persistentvolumeclaim "$claim" '{.spec.resources.requests.storage}') || stop "the claim $claim cannot be read"
  [ -n "$found" ] || stop "there is no claim $claim: each pod of the set must have its claim first"
  is_smaller "$found" "$2" || return 0
  in_namespace patch persistentvolumeclaim "$claim" --type merge --patch "$(size_patch "$2")" --dry-run=server >"$scratch/answer" 2>&1 || {
    cat "$scratch/answer" >&2
    stop "the claim $claim cannot grow to $2: where its storage class does not allow it, copy the data into larger claims instead"
  }
}
size_patch() { printf '{"spec":{"resources":{"requests":{"storage":"%s"}}}}' "$1"; }

# is_smaller QUANTITY QUANTITY
is_smaller() {
  printf '%s\n%s\n' "$1" "$2" | awk '
    function value(text, unit) {
      if (!match(text, /^[0-9.]+/)) return -1
      unit = substr(text, RLENGTH + 1)
      if (unit ~ /^[eE][-+]?[0-9]+$/) return text + 0
      if (unit != "" && !(unit in factor)) return -1
      return substr(text, 1, RLENGTH) * (unit == "" ? 1 : factor[unit])
    }
    BEGIN {
      split("Ki Mi Gi Ti Pi Ei", binary, " "); split("k M G T P E", decimal, " ")
      for (i = 1; i <= 6; i++) { factor[binary[i]] = 1024 ^ i; factor[decimal[i]] = 1000 ^ i }
      factor["m"] = 0.001
    }
    { size[NR] = value($1) }
    END { exit !(size[1] < 0 || size[2] < 0 || size[1] < size[2]) }'
}

# grow_claims TEMPLATE SIZE: the controller never resizes a claim that exists.
grow_claims() {
  each_ordinal grow_claim "$1" "$2"
  each_ordinal await_growth "$1" "$2"
}
grow_claim() {
  claim=$1-$name-$3
  found=$(field persistentvolumeclaim "$claim" '{.spec.resources.requests.storage}') || stop "the claim $claim cannot be read"
  if is_smaller "$found" "$2"; then
    in_namespace patch persistentvolumeclaim "$claim" --type merge --patch "$(size_patch "$2")" >/dev/null ||
      stop "the claim $claim was not changed"
  fi
}
await_growth() {
  wait_until "the volume of $1-$name-$3 has grown to $2 (where it shows FileSystemResizePending for long, its pod must be restarted)" has_grown "$1-$name-$3" "$2"
}
has_grown() { found=$(field persistentvolumeclaim "$1" '{.status.capacity.storage}') && ! is_smaller "$found" "$2"; }
`;
