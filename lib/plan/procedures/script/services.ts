/** What scripts do with a Service that is recreated. */
export const SERVICE_FUNCTIONS = String.raw`
# look_at_service MANIFEST TRIAL: whether the Service can be recreated. TRIAL is a name that no Service has.
look_at_service() {
  settle "$1"
  [ "$stage" = before ] || return 0
  changed "$1" "{\"metadata\":{\"name\":\"$2\"}}" >"$scratch/object" || stop "the new manifest cannot be prepared"
  in_namespace create --dry-run=server --filename "$scratch/object" >"$scratch/answer" 2>&1 || {
    cat "$scratch/answer" >&2
    stop "the API server rejects the new Service under any name: correct the manifest first"
  }
}
`;
