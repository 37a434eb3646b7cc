/** What is wrong with a mount path, in the form "must ...", or undefined where nothing is. Windows has drives. */
export function mountPathProblem(path: string): string | undefined {
  return /^(\/|[A-Za-z]:)[^:]*$/.test(path) ? undefined : "must be absolute and contain no ':'";
}

/**
 * The place that a mount path means. The kubelet compares paths, the API server texts: `/data` and `/data/` pass there
 * and fail on the node.
 */
export function mountPoint(path: string): string {
  return path.replace(/(?<=.)\/+$/, '');
}
