import type { JsonObject } from '../../lib/manifests/json';

/** What the tests read of a rendered container. */
export interface RenderedContainer {
  readonly name: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly RenderedVariable[];
  readonly volumeMounts?: readonly RenderedMount[];
  readonly startupProbe?: RenderedProbe;
  readonly livenessProbe?: RenderedProbe;
  readonly readinessProbe?: RenderedProbe;
}

export interface RenderedVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly fieldRef?: { readonly fieldPath: string };
    readonly secretKeyRef?: { readonly name: string; readonly key: string };
  };
}

export interface RenderedMount {
  readonly name: string;
  readonly mountPath: string;
  readonly subPath?: string;
  readonly subPathExpr?: string;
}

export interface RenderedProbe {
  readonly httpGet?: { readonly path: string; readonly port: number };
  readonly tcpSocket?: { readonly port: number };
  readonly exec?: { readonly command: readonly string[] };
}

interface RenderedVolume {
  readonly name: string;
  readonly configMap?: {
    readonly name: string;
    readonly items?: readonly { readonly key: string; readonly path: string }[];
  };
}

interface SetManifest {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly replicas: number;
    readonly serviceName: string;
    readonly ordinals?: { readonly start: number };
    readonly template: {
      readonly spec: {
        readonly containers: readonly RenderedContainer[];
        readonly initContainers?: readonly RenderedContainer[];
        readonly volumes?: readonly RenderedVolume[];
        readonly securityContext?: { readonly runAsUser?: number; readonly runAsGroup?: number };
      };
    };
  };
}

/** A rendered set as the tests start it: what the StatefulSet controller and the kubelet make of it. */
export interface RenderedSet {
  readonly pods: readonly RenderedPod[];
  readonly container: RenderedContainer;
  readonly initContainers: readonly RenderedContainer[];
  /** The files of the volumes that are ConfigMaps: content by path, by name of the volume. */
  readonly files: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly user?: number;
  readonly group?: number;
}

export interface RenderedPod {
  readonly name: string;
  readonly ordinal: number;
  /** The short DNS name, `<pod>.<service>`. */
  readonly host: string;
}

/** The one set of rendered manifests. */
export function renderedSet(manifests: readonly JsonObject[]): RenderedSet {
  const set = manifests.find(({ kind }) => kind === 'StatefulSet') as unknown as SetManifest;
  const { replicas, serviceName, ordinals, template } = set.spec;
  const { containers, initContainers = [], volumes = [], securityContext } = template.spec;
  if (containers.length !== 1) {
    throw new Error(`the set has ${containers.length} containers`);
  }
  return {
    pods: Array.from({ length: replicas }, (_, index) => {
      const ordinal = (ordinals?.start ?? 0) + index;
      const name = `${set.metadata.name}-${ordinal}`;
      return { name, ordinal, host: `${name}.${serviceName}` };
    }),
    container: containers[0],
    initContainers,
    files: new Map(volumes.map((volume) => [volume.name, filesOf(volume, manifests)])),
    user: securityContext?.runAsUser,
    group: securityContext?.runAsGroup,
  };
}

function filesOf({ configMap }: RenderedVolume, manifests: readonly JsonObject[]): Record<string, string> {
  if (configMap === undefined) {
    return {};
  }
  const { data } = manifests.find(
    ({ kind, metadata }) => kind === 'ConfigMap' && (metadata as JsonObject).name === configMap.name,
  ) as unknown as { data: Record<string, string> };
  return configMap.items === undefined
    ? data
    : Object.fromEntries(configMap.items.map(({ key, path }) => [path, data[key]]));
}
