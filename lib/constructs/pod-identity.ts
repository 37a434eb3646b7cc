import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import { POD_INDEX_LABEL } from '../kubernetes/labels';

/**
 * What a pod is told about itself, as values of environment variables.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
 */
export class PodIdentity {
  /** The pod's name: `web-0`. */
  public static podName(): EnvValue {
    return EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME);
  }

  /** The pod's namespace. */
  public static podNamespace(): EnvValue {
    return EnvValue.fromFieldRef(EnvFieldPaths.POD_NAMESPACE);
  }

  /**
   * The pod's ordinal: `0`. Kubernetes labels pods with it since 1.28; pods of an older cluster, and those that such
   * a cluster has made, get an empty string. For them, use `ordinalInShell()`.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-index-label
   */
  public static ordinal(): EnvValue {
    return EnvValue.fromFieldRef(EnvFieldPaths.POD_LABEL, { key: POD_INDEX_LABEL });
  }

  /**
   * The pod's ordinal as a POSIX shell expands it from the pod's name, on a cluster of any version.
   *
   * @param podNameVariable the environment variable that holds `podName()`
   */
  public static ordinalInShell(podNameVariable = 'POD_NAME'): string {
    return `\${${podNameVariable}##*-}`;
  }

  private constructor() {
    // Values only.
  }
}
