import { ConfigMap, Volume, type Container } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { invalid, refuse, requireShape } from '../errors/refusal';
import { listOf, required, struct, TEXT, type ShapeOf } from '../errors/shape';
import { CONTAINER, requireArguments, TEXTS } from './input-shapes';
import { PodIdentity } from './pod-identity';
import type { StatefulSet } from './stateful-set';

const POD_NAME_VARIABLE = 'POD_NAME';

/** Properties of a configuration of each pod. */
export interface PodConfigProps {
  /**
   * The files of each pod, content by file name: the first element is the first pod's, and so on. There is one for
   * each replica; more of them wait for a larger set.
   */
  readonly perPod: Record<string, string>[];

  /**
   * Files that all pods get.
   *
   * @default - none
   */
  readonly common?: Record<string, string>;

  /**
   * The name of the ConfigMap.
   *
   * @default - `<set>-<id>`
   */
  readonly name?: string;
}

const SHAPES: ShapeOf<PodConfigProps> = {
  perPod: required(listOf(TEXTS)),
  common: TEXTS,
  name: TEXT,
};

/**
 * Files that differ from pod to pod, in one ConfigMap of which each pod sees its own part.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/
 */
export class PodConfig extends Construct {
  /** The ConfigMap with the files of all pods; its keys are `<pod>.<file>`. */
  public readonly configMap: ConfigMap;

  private readonly volume: Volume;

  /**
   * @throws POD_CONFIG_INCOMPLETE, POD_CONFIG_FILE_INVALID
   */
  constructor(scope: StatefulSet, id: string, props: PodConfigProps) {
    requireArguments('PodConfig', scope, id, props, struct(SHAPES));
    super(scope, id);
    const pods = props.perPod.map((files, index) => ({
      pod: scope.podName(index),
      files: { ...props.common, ...files },
    }));
    refuse(scope, [
      invalid('POD_CONFIG_INCOMPLETE', 'perPod', props.perPod.length, (length) =>
        length < scope.expectedReplicas
          ? `must have an element for each of ${scope.expectedReplicas} replicas`
          : undefined,
      ),
      ...pods
        .flatMap(({ files }) => Object.keys(files))
        .map((file) => invalid('POD_CONFIG_FILE_INVALID', 'file', file, fileProblem)),
    ]);
    const files = pods.flatMap(({ pod, files }) =>
      Object.entries(files).map(([file, content]) => ({
        key: `${pod}.${file}`,
        path: `${pod}/${file}`,
        content,
      })),
    );
    this.configMap = new ConfigMap(this, 'ConfigMap', {
      metadata: {
        name: props.name ?? `${scope.name}-${id}`,
        namespace: scope.metadata.namespace,
        labels: scope._unaskedLabels,
      },
      data: Object.fromEntries(files.map(({ key, content }) => [key, content])),
    });
    this.volume = Volume.fromConfigMap(this, 'Volume', this.configMap, {
      name: id,
      items: Object.fromEntries(files.map(({ key, path }) => [key, { path }])),
    });
  }

  /**
   * Mounts the files of whichever pod the container runs in. Changed files reach a pod when it is recreated.
   *
   * The container gets the environment variable `POD_NAME`, by which the kubelet finds the pod's part.
   */
  public mount(container: Container, path: string): void {
    requireShape(this, { container, path }, struct({ container: required(CONTAINER), path: required(TEXT) }));
    if (!(POD_NAME_VARIABLE in container.env.variables)) {
      container.env.addVariable(POD_NAME_VARIABLE, PodIdentity.podName());
    }
    container.mount(path, this.volume, { subPathExpr: `$(${POD_NAME_VARIABLE})`, readOnly: true });
  }
}

function fileProblem(file: string): string | undefined {
  return /^[-._a-zA-Z0-9]+$/.test(file) && file !== '.' && file !== '..'
    ? undefined
    : "must consist of letters, digits, '-', '_' and '.'";
}
