/**
 * Where no script has a folder that outlives it, its copies are in a ConfigMap: `$store` in the namespace `$own`. The
 * keys are the paths of the files, with `_` for `/`: no name of an object has one.
 */
export const STORE_FUNCTIONS = String.raw`
in_own_namespace() { k --namespace "$own" "$@"; }

# fetch_copies: what an earlier run has kept.
fetch_copies() {
  in_own_namespace get configmap "$store" --ignore-not-found --output 'go-template={{range $key, $value := .data}}{{$key}}{{"\n"}}{{end}}' >"$scratch/keys" ||
    stop "the ConfigMap $store cannot be read"
  while read -r key; do
    file=$copies/$(printf '%s' "$key" | tr _ /)
    mkdir -p "$(dirname "$file")"
    in_own_namespace get configmap "$store" --output "go-template={{index .data \"$key\"}}" >"$file" || stop "the ConfigMap $store cannot be read"
  done <"$scratch/keys"
}

# keep_safe: nothing is deleted before its copy is where the next run finds it.
keep_safe() {
  (
    cd "$copies"
    set --
    for file in */*/*/*; do
      [ ! -f "$file" ] || set -- "$@" --from-file "$(printf '%s' "$file" | tr / _)=$file"
    done
    k create configmap "$store" "$@" --dry-run=client --output yaml
  ) >"$scratch/store" || stop "no copy can be kept in the ConfigMap $store"
  in_own_namespace replace --filename "$scratch/store" >/dev/null 2>&1 ||
    in_own_namespace create --filename "$scratch/store" >/dev/null ||
    stop "no copy can be kept in the ConfigMap $store"
}

# by_hand: how a person calls kubectl, who has other contexts than the script.
by_hand=kubectl
key_of_copy() { printf '%s_%s_%s_%s.yaml' "$namespace" "$kind" "$name" "$uid"; }
place_of_copy() { printf '%s in the ConfigMap %s' "$(key_of_copy)" "$own/$store"; }
creation_of_copy() {
  printf '%s' "$by_hand --namespace $own get configmap $store --output 'go-template={{index .data \"$(key_of_copy)\"}}' | $by_hand --namespace $namespace create --filename -"
}
`;

/** The same where the folder is there the next time, too. */
export const NO_STORE_FUNCTIONS = String.raw`
# keep_safe: the folder of the copies is there when the script is started again.
keep_safe() { :; }
by_hand="kubectl --context $context"
place_of_copy() { printf '%s' "$copy"; }
creation_of_copy() { printf '%s' "$by_hand --namespace $namespace create --filename $copy"; }
`;
