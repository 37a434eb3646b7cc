import type * as ChildProcess from 'node:child_process';
import { InputProblemCode } from './input-problem';
import { type ReadManifests } from './read-paths';
import { readManifests } from './read-manifests';

/** The cluster to be read. */
export interface ClusterSource {
  /** A context of kubectl; its current one where it is absent. */
  readonly context?: string;
  /** A configuration of kubectl; that of its environment where it is absent. */
  readonly kubeconfig?: string;
  /** The namespaces to be read; undefined stands for that of the context. */
  readonly namespaces: readonly (string | undefined)[];
  /** Whether the objects have to say who has set their fields: kubectl leaves that out by itself. */
  readonly showsManagedFields?: boolean;
}

/** What plan and show know how to read, in full: short names may mean resources of others. */
const RESOURCES = [
  ...['statefulsets.apps', 'services', 'persistentvolumeclaims', 'poddisruptionbudgets.policy'],
  ...['horizontalpodautoscalers.autoscaling', 'pods', 'controllerrevisions.apps'],
].join(',');

const TIMEOUT_SECONDS = 60;
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** Reads the objects of a cluster with one `kubectl get` for each namespace. It reads only. Never throws. */
export function readCluster(source: ClusterSource): ReadManifests {
  const read = source.namespaces.map((namespace) => readNamespace(source, namespace));
  const failed = read.find(({ problems }) => problems.length > 0);
  return failed ?? { manifests: read.flatMap(({ manifests }) => manifests), problems: [], moreProblems: 0 };
}

function readNamespace(
  { context, kubeconfig, showsManagedFields = false }: ClusterSource,
  namespace: string | undefined,
): ReadManifests {
  const name = context === undefined ? 'the cluster' : `the cluster of the context ${context}`;
  const { error, status, stdout, stderr } = run([
    ...(kubeconfig === undefined ? [] : [`--kubeconfig=${kubeconfig}`]),
    ...(context === undefined ? [] : [`--context=${context}`]),
    ...(namespace === undefined ? [] : [`--namespace=${namespace}`]),
    ...[`--request-timeout=${TIMEOUT_SECONDS}s`, 'get', RESOURCES, '--output=json'],
    ...(showsManagedFields ? ['--show-managed-fields'] : []),
  ]);
  if (error !== undefined || status !== 0) {
    return { manifests: [], problems: [{ ...problemOf(error, stderr), file: name }], moreProblems: 0 };
  }
  return readManifests(stdout, name);
}

/** No shell reads the words. */
function run(words: readonly string[]): {
  readonly error?: NodeJS.ErrnoException;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- most commands read no cluster
  const { spawnSync } = require('node:child_process') as typeof ChildProcess;
  return spawnSync('kubectl', [...words], {
    encoding: 'utf8',
    maxBuffer: MAX_OUTPUT_BYTES,
    env: process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // kubectl ends by itself sooner.
    timeout: 2 * TIMEOUT_SECONDS * 1000,
  });
}

function problemOf(
  error: NodeJS.ErrnoException | undefined,
  stderr: string,
): { readonly code: InputProblemCode; readonly message: string } {
  if (error?.code === 'ENOENT') {
    return {
      code: InputProblemCode.KUBECTL_MISSING,
      message:
        'cannot be read, because there is no kubectl on the PATH; install it, or read a file that kubectl get -o yaml has written elsewhere',
    };
  }
  const said = stderr.trim().split('\n').at(-1) ?? '';
  if (/forbidden/i.test(stderr)) {
    return {
      code: InputProblemCode.CLUSTER_FORBIDDEN,
      message: `may not be read: ${said}; let somebody read it who may list ${RESOURCES.replaceAll(',', ', ')}, or ask for these rights`,
    };
  }
  if (/context .*(?:does not exist|was not found)|no context exists/i.test(stderr)) {
    return {
      code: InputProblemCode.CONTEXT_UNKNOWN,
      message:
        'cannot be read, because kubectl has no such context; kubectl config get-contexts lists those that it has',
    };
  }
  return {
    code: InputProblemCode.CLUSTER_UNREACHABLE,
    message: `cannot be read: ${said === '' ? (error?.message ?? 'kubectl failed') : said}; try kubectl version with the same context`,
  };
}
