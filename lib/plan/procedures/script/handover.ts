/** How scripts give the volumes of one set to another one. */
export const HANDOVER_FUNCTIONS = String.raw`
in_new_namespace() { k --namespace "$new_namespace" "$@"; }
new_field() { in_new_namespace get "$1" "$2" --ignore-not-found --output "jsonpath=$3"; }
volume_field() { k get persistentvolume "$1" --ignore-not-found --output "jsonpath=$2"; }

# about_rename NAMESPACE NAME FIRST LABELS: where the set goes, its first ordinal, and the labels of its claims as JSON.
about_rename() { new_namespace=$1 new_name=$2 new_first=$3 new_labels=$4; }

# settle_rename MANIFEST: an earlier run has finished where the old set is gone and the new one is there.
settle_rename() {
  new_live=$(new_field statefulset "$new_name" '{.metadata.uid}') || stop "the cluster of the context $context does not answer"
  case $stage in
    before | other)
      [ -z "$new_live" ] ||
        stop "there is a set $new_name in the namespace $new_namespace already, with claims of its own: nothing can be handed over to it"
      [ "$stage" = before ] ||
        stop "the $kind $name is not the one that the plan was made for (its UID is $live, not $planned): plan again"
      # Once the pods are stopped the set no longer knows how many there were.
      [ -n "$uid" ] || read_size
      ;;
    missing)
      [ -n "$new_live" ] && "$1" | try_apply --namespace "$new_namespace" --filename - >/dev/null 2>&1 || stop_for_want_of_it
      ;;
    deleted) ;;
    after) stop "somebody created the set $name again: look at both sets, then plan again" ;;
  esac
}

# look_at_handover MANIFEST TEMPLATE...: every claim is bound, and every new name is free.
look_at_handover() {
  manifest=$1
  shift
  for template do each_ordinal look_at_one "$template"; done
  [ -z "$new_live" ] || return 0
  changed "$manifest" '{}' >"$scratch/object" || stop "the new manifest cannot be prepared"
  in_new_namespace create --dry-run=server --filename "$scratch/object" >"$scratch/answer" 2>&1 || {
    cat "$scratch/answer" >&2
    stop "the API server rejects the new set: correct the manifest first"
  }
}
new_claim() { echo "$1-$new_name-$(($2 - first + new_first))"; }
look_at_one() {
  from=$1-$name-$2 to=$(new_claim "$1" "$2")
  old=$(field persistentvolumeclaim "$from" '{.spec.volumeName}') || stop "the claim $from cannot be read"
  new=$(new_field persistentvolumeclaim "$to" '{.spec.volumeName}') || stop "the claim $to cannot be read"
  if [ -n "$old" ]; then
    if [ -n "$(new_field persistentvolumeclaim "$to" '{.metadata.uid}')" ] && [ "$new" != "$old" ]; then
      stop "there is a claim $to in the namespace $new_namespace already, with another volume than $from has"
    fi
  else
    [ -n "$new" ] || stop "there is no claim $from with a volume, and none that has taken it over"
  fi
}

# retain_volumes TEMPLATE...: no volume goes with its claim.
retain_volumes() { for template do each_ordinal retain_volume "$template"; done; }
retain_volume() {
  volume=$(volume_of "$1" "$2") || stop "the volume of $1-$name-$2 cannot be read"
  k patch persistentvolume "$volume" --type merge --patch '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}' >/dev/null ||
    stop "the policy of the volume $volume was not changed"
}
volume_of() {
  found=$(field persistentvolumeclaim "$1-$name-$2" '{.spec.volumeName}') || return 1
  [ -n "$found" ] || found=$(new_field persistentvolumeclaim "$(new_claim "$1" "$2")" '{.spec.volumeName}') || return 1
  [ -n "$found" ] || return 1
  echo "$found"
}

# stop_pods: a volume goes over only when no pod writes to it.
stop_pods() {
  [ "$stage" = before ] || return 0
  in_namespace patch statefulset "$name" --type merge --patch '{"spec":{"replicas":0}}' >/dev/null || stop "the set $name was not scaled"
  each_ordinal await_end
}
await_end() { wait_until "the pod $name-$1 is gone" is_gone pod "$name-$1"; }

# hand_over TEMPLATE...: each claim is recreated around its volume.
hand_over() { for template do each_ordinal hand_over_one "$template"; done; }
hand_over_one() {
  from=$1-$name-$2 to=$(new_claim "$1" "$2")
  volume=$(volume_of "$1" "$2") || stop "the volume of $from cannot be read"
  if [ -z "$(new_field persistentvolumeclaim "$to" '{.metadata.uid}')" ]; then
    in_namespace get persistentvolumeclaim "$from" --output json >"$scratch/claim" || stop "the claim $from cannot be read"
    k patch --local --filename "$scratch/claim" --type merge --output json --patch "{\"metadata\":{\"name\":\"$to\",\"namespace\":\"$new_namespace\",\"labels\":$new_labels,\"uid\":null,\"resourceVersion\":null,\"creationTimestamp\":null,\"annotations\":null,\"finalizers\":null,\"ownerReferences\":null},\"status\":null}" >"$scratch/object" ||
      stop "the claim $to cannot be prepared"
    in_new_namespace create --filename "$scratch/object" >/dev/null || stop "the claim $to was not created"
  fi
  [ "$(new_field persistentvolumeclaim "$to" '{.spec.volumeName}')" = "$volume" ] ||
    stop "the claim $to asks for another volume than that of $from"
  old=$(uid_of persistentvolumeclaim "$from") || stop "the claim $from cannot be read"
  if [ -n "$old" ]; then
    [ "$(volume_field "$volume" '{.spec.persistentVolumeReclaimPolicy}')" = Retain ] ||
      stop "the volume of $from would be deleted with its claim"
    delete_exactly api/v1 persistentvolumeclaims "$from" "$old" Background || stop "the claim $from was not deleted"
    wait_until "the claim $from is gone" is_gone persistentvolumeclaim "$from"
  fi
  # The volume is never without an owner: any claim of its class could take it then.
  owner=$(volume_field "$volume" '{.spec.claimRef.namespace}/{.spec.claimRef.name}')
  case $owner in
    "$new_namespace/$to") ;;
    "$namespace/$from")
      k patch persistentvolume "$volume" --type json --patch "[{\"op\":\"test\",\"path\":\"/spec/claimRef/namespace\",\"value\":\"$namespace\"},{\"op\":\"test\",\"path\":\"/spec/claimRef/name\",\"value\":\"$from\"},{\"op\":\"replace\",\"path\":\"/spec/claimRef\",\"value\":{\"apiVersion\":\"v1\",\"kind\":\"PersistentVolumeClaim\",\"namespace\":\"$new_namespace\",\"name\":\"$to\"}}]" >/dev/null ||
        stop "the volume $volume was not given to $to"
      ;;
    *) stop "the volume $volume belongs to $owner, not to $from" ;;
  esac
  wait_until "the claim $to has the volume" is_bound "$to"
}
is_bound() { found=$(new_field persistentvolumeclaim "$1" '{.status.phase}') && [ "$found" = Bound ]; }

# create_renamed MANIFEST REPLICAS: the new set, with as many pods as the old one had where its manifest says nothing.
create_renamed() {
  [ -z "$(new_field statefulset "$new_name" '{.metadata.uid}')" ] || return 0
  changed "$1" "$(keep_number "$2")" >"$scratch/object" || stop "the new manifest cannot be prepared"
  create_as --namespace "$new_namespace" --filename "$scratch/object" >/dev/null || stop "the set $new_name was not created"
}

# keep_renamed_size
keep_renamed_size() {
  (namespace=$new_namespace name=$new_name && keep_size)
}

# await_renamed: until every pod of the new set is ready.
await_renamed() {
  (namespace=$new_namespace name=$new_name && await_pods)
}
`;
