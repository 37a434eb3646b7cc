// Runs kubectl of a control plane that start.mjs has started.
import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What `kubectl apply` of an object does: its exit code, and what it says beside the object's name. */
export function kubectlApply({ kubeconfig, bin, directory }, object, options = []) {
  return new Promise((resolve) => {
    const place = ['--kubeconfig', kubeconfig, '--cache-dir', join(directory, 'kubectl-cache')];
    const child = execFile(
      join(bin, 'kubectl'),
      [...place, 'apply', ...options, '--filename', '-'],
      { encoding: 'utf8', timeout: 60_000 },
      (error, _, err) => resolve({ code: error ? (error.code ?? 1) : 0, err: err.trim() }),
    );
    child.stdin.end(JSON.stringify(object));
  });
}
