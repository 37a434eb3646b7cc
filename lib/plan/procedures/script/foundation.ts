/**
 * What every script begins with: how it stops, how it waits, and how it reaches the cluster that it was told. The
 * shell is POSIX; all texts that come from manifests arrive in quoted words, never in these functions.
 */
export const FOUNDATION = String.raw`
# stop MESSAGE: ends the script, and says how to go back where something has been changed.
stop() {
  printf 'stopped: %s\n' "$1" >&2
  if [ -n "$way_back" ]; then
    printf 'What is done stays done: correct the cause and run the script again. The way back:\n%s' "$way_back" >&2
  elif [ -n "$begun" ]; then
    printf 'What is done stays done: correct the cause and run the script again.\n' >&2
  else
    printf 'Nothing has been changed.\n' >&2
  fi
  exit 1
}
way_back= begun=

# say TEXT: one line. In some shells echo takes parts of a text for commands to the terminal.
say() { printf '%s\n' "$1"; }

# use_namespace NAMESPACE: where the object is that the next lines are about.
use_namespace() { namespace=$1; }

k() { kubectl --context "$context" --request-timeout 60s "$@"; }
in_namespace() { k --namespace "$namespace" "$@"; }

# field KIND NAME JSONPATH: a field of an object; nothing where there is no such object or field.
field() { in_namespace get "$1" "$2" --ignore-not-found --output "jsonpath=$3"; }

# uid_of KIND NAME: the UID of an object; nothing where there is no such object.
uid_of() { field "$1" "$2" '{.metadata.uid}'; }

is_gone() { found=$(uid_of "$1" "$2") && [ -z "$found" ]; }

# may NAMESPACE RESOURCE VERB...: stops where the user of the context lacks one of the rights. What belongs to no
# namespace is asked for in any.
may() {
  place=$1 resource=$2
  shift 2
  for verb do
    k --namespace "$place" auth can-i "$verb" "$resource" >/dev/null 2>&1 ||
      stop "the user of the context $context may not $verb $resource in the namespace $place: run the script as somebody who may"
  done
}

# look_at_cluster: it answers.
look_at_cluster() {
  kubectl config get-contexts "$context" >/dev/null 2>&1 || stop "there is no context $context in the configuration of kubectl"
  k version >/dev/null 2>&1 || stop "the cluster of the context $context does not answer"
}

# wait_until WHAT COMMAND...: looks again and again until the command succeeds.
wait_until() {
  what=$1
  shift
  waited=0
  until "$@"; do
    [ "$waited" -lt "$timeout" ] || stop "after $timeout seconds it is still not true that $what"
    [ "$waited" -gt 0 ] || say "  waiting until $what (for at most $timeout seconds)"
    sleep "$interval"
    waited=$((waited + interval + 1))
  done
}

# changed MANIFEST PATCH: a manifest with a merge patch, as JSON. MANIFEST is a function that prints it.
changed() { "$1" | k patch --local --filename - --type merge --patch "$2" --output json; }

# is_taken MANIFEST: whether the API server takes an apply of the manifest, by a dry run.
is_taken() { "$1" | try_apply --namespace "$namespace" --filename - >"$scratch/answer" 2>&1; }

# stop_on_conflict OBJECT: stops where the answer says that other field managers have set fields.
stop_on_conflict() {
  grep -q 'Apply failed with [0-9]* conflict' "$scratch/answer" || return 0
  cat "$scratch/answer" >&2
  stop "others have set the fields above of $1: leave these fields out of the new manifests, or let the others give them up, or plan with --force-conflicts to take them over"
}

# delete_exactly API RESOURCE NAME UID POLICY: deletes the object with this UID and no other one. With the policy
# Orphan the pods of a set go on running.
delete_exactly() {
  printf '{"kind":"DeleteOptions","apiVersion":"v1","propagationPolicy":"%s","preconditions":{"uid":"%s"}}' "$5" "$4" |
    k delete --raw "/$1/namespaces/$namespace/$2/$3" --filename - >/dev/null
}
`;

/** How an object that is recreated is kept, and how a script that was stopped finds out how far it had come. */
export const PROGRESS = String.raw`
# about KIND NAME PLANNED_UID: which object the functions below are about, and how far an earlier run has come.
# stage is "before", "deleted" or "after"; "other" where the plan was made for another object, "missing" for none.
about() {
  kind=$1 name=$2 planned=$3
  folder=$copies/$namespace/$kind/$name
  uid= replicas=0 first=0 copy=
  live=$(uid_of "$kind" "$name") || stop "the cluster of the context $context does not answer"
  if [ -s "$folder/in-progress" ]; then
    read -r uid replicas first <"$folder/in-progress" || :
    copy=$folder/$uid.yaml
    [ -s "$copy" ] || stop "$folder/in-progress names a copy that does not exist any more: look at the cluster, then remove that file"
    remember_way_back
  fi
  if [ -z "$uid" ]; then
    if [ -z "$live" ]; then
      stage=missing
    elif [ -z "$planned" ] || [ "$live" = "$planned" ]; then
      stage=before
    else
      stage=other
    fi
  elif [ "$live" = "$uid" ]; then
    stage=before
  elif [ -z "$live" ]; then
    stage=deleted
  else
    stage=after
  fi
}

# settle MANIFEST: what the API server takes as it is need not be recreated.
settle() {
  case $stage in
    missing) stop_for_want_of_it ;;
    before | other)
      # Once an earlier run has begun, what differs is its own doing.
      [ -n "$uid" ] || look_at_conflicts "$1"
      if is_taken "$1"; then
        stage=after
      elif [ "$stage" = other ]; then
        stop "the $kind $name is not the one that the plan was made for (its UID is $live, not $planned): plan again"
      fi
      ;;
    after)
      is_taken "$1" || {
        cat "$scratch/answer" >&2
        stop "somebody created the $kind $name again, but not from the new manifests: plan again, in another folder"
      }
      ;;
  esac
}

stop_for_want_of_it() {
  stop "there is no $kind $name in the namespace $namespace of the context $context; a script that was stopped goes on only in the folder where it was started"
}

remember_way_back() {
  case $way_back in *" --namespace $namespace delete $kind $name "*) return 0 ;; esac
  way_back="$way_back  $by_hand --namespace $namespace delete $kind $name --cascade=orphan --ignore-not-found
  $(creation_of_copy)
"
}

# keep_copy: the object as it is, without what only the API server may write, so that it can be created again.
keep_copy() {
  [ "$stage" = before ] || return 0
  [ -n "$uid" ] || uid=$live
  copy=$folder/$uid.yaml
  mkdir -p "$folder" || stop "no copy can be kept in $folder"
  if [ ! -s "$copy" ]; then
    in_namespace get "$kind" "$name" --output json >"$scratch/object" || stop "the $kind $name cannot be read"
    k patch --local --filename "$scratch/object" --type merge --output yaml --patch '{"metadata":{"uid":null,"resourceVersion":null,"creationTimestamp":null,"generation":null},"status":null}' >"$copy.unfinished" ||
      stop "no copy can be kept in $folder"
    [ "$(uid_of "$kind" "$name")" = "$uid" ] || stop "the $kind $name was created again while it was copied"
    mv "$copy.unfinished" "$copy"
  fi
  printf '%s %s %s\n' "$uid" "$replicas" "$first" >"$folder/in-progress.unfinished"
  mv "$folder/in-progress.unfinished" "$folder/in-progress"
  keep_safe
  remember_way_back
  say "  kept as $(place_of_copy)"
}

# delete_object API RESOURCE
delete_object() {
  [ "$stage" = before ] || return 0
  [ -s "$copy" ] || stop "there is no copy of the $kind $name"
  delete_exactly "$1" "$2" "$name" "$uid" Orphan || stop "the $kind $name was not deleted"
  wait_until "the $kind $name is gone" is_not "$uid"
  stage=deleted
}

# is_not UID: whether the object is gone, or is another one by now.
is_not() { found=$(uid_of "$kind" "$name") && [ "$found" != "$1" ]; }

# create_object MANIFEST PATCH: recreates the object; where somebody else was faster, that one must be right.
create_object() {
  [ "$stage" = deleted ] || return 0
  changed "$1" "$2" >"$scratch/object" || stop "the new manifest cannot be prepared"
  create_as --namespace "$namespace" --filename "$scratch/object" >"$scratch/refusal" 2>&1 || is_there "$1" || {
    cat "$scratch/refusal" >&2
    stop "the new $kind $name was not created"
  }
  stage=after
}

is_there() { found=$(uid_of "$kind" "$name") && [ -n "$found" ] && is_taken "$1"; }

# finish: the copy stays, and the next run begins anew.
finish() {
  rm -f "$folder/in-progress"
  [ -z "$copy" ] || {
    keep_safe
    say "  the copy of the old $kind stays in $(place_of_copy)"
  }
}
`;
