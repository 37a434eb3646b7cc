import { type Manifest } from './manifest';

/** A kind of object that is judged. The name is the kind's; HorizontalPodAutoscaler has two served versions. */
export enum JudgedKind {
  STATEFUL_SET = 'StatefulSet',
  SERVICE = 'Service',
  CLAIM = 'PersistentVolumeClaim',
  BUDGET = 'PodDisruptionBudget',
  AUTOSCALER = 'HorizontalPodAutoscaler',
}

const API_VERSIONS: Readonly<Record<JudgedKind, readonly string[]>> = {
  [JudgedKind.STATEFUL_SET]: ['apps/v1'],
  [JudgedKind.SERVICE]: ['v1'],
  [JudgedKind.CLAIM]: ['v1'],
  [JudgedKind.BUDGET]: ['policy/v1'],
  [JudgedKind.AUTOSCALER]: ['autoscaling/v2', 'autoscaling/v1'],
};

/** The judged kind of a manifest, or undefined where it is another one (or another API's object of that name). */
export function judgedKindOf(manifest: Pick<Manifest, 'apiVersion' | 'kind'>): JudgedKind | undefined {
  const judged = meantKindOf(manifest);
  return judged !== undefined && API_VERSIONS[judged].includes(manifest.apiVersion) ? judged : undefined;
}

/**
 * The judged kind that a manifest means, in a version of the API that is served or not: `apps/v1beta1` and a mistaken
 * `v1` too. An object of another project that shares the name is none, such as a Service of Knative: its group is a
 * domain, while the groups of Kubernetes with these kinds have no dot.
 */
export function meantKindOf({
  apiVersion,
  kind,
}: Pick<Manifest, 'apiVersion' | 'kind'>): JudgedKind | undefined {
  const [group] = apiVersion.includes('/') ? apiVersion.split('/') : [''];
  return group.includes('.') ? undefined : Object.values(JudgedKind).find((one: string) => one === kind);
}

/** The version of its API that a manifest of a kind is best written in. */
export function currentApiVersionOf(kind: JudgedKind): string {
  return API_VERSIONS[kind][0];
}

/**
 * All objects of one input, indexed. An object without a namespace goes where it is applied: it is in one
 * namespace with the others that have none.
 */
export class Facts {
  private readonly byKind = new Map<JudgedKind, Manifest[]>();
  private readonly byName = new Map<string, Manifest[]>();
  private readonly byNamespace = new Map<string, Manifest[]>();
  private readonly made = new Map<unknown, unknown>();

  constructor(
    /** Every object, those of other kinds too, in the order of the input. */
    public readonly manifests: readonly Manifest[],
  ) {
    for (const manifest of manifests) {
      const kind = judgedKindOf(manifest);
      if (kind !== undefined) {
        push(this.byKind, kind, manifest);
        push(this.byNamespace, namespaceKey(kind, manifest.namespace), manifest);
        push(this.byName, nameKey(kind, manifest.namespace, manifest.name ?? ''), manifest);
      }
    }
  }

  /** The objects of a kind, in the order of the input. */
  public ofKind(kind: JudgedKind): readonly Manifest[] {
    return this.byKind.get(kind) ?? [];
  }

  /** The objects of a kind in the namespace of another object. */
  public besides(manifest: Manifest, kind: JudgedKind): readonly Manifest[] {
    return this.byNamespace.get(namespaceKey(kind, manifest.namespace)) ?? [];
  }

  /** The objects of a kind, namespace and name: one, none, or several where the input has it more than once. */
  public named(kind: JudgedKind, namespace: string | undefined, name: string): readonly Manifest[] {
    return this.byName.get(nameKey(kind, namespace, name)) ?? [];
  }

  /**
   * What a function makes of these facts, made once: an index that rules look things up in, so that judging many
   * objects takes no more time for each.
   */
  public derived<T>(make: (facts: Facts) => T): T {
    if (!this.made.has(make)) {
      this.made.set(make, make(this));
    }
    return this.made.get(make) as T;
  }

  /** The first object of a kind, namespace and name. */
  public find(kind: JudgedKind, namespace: string | undefined, name: string): Manifest | undefined {
    return this.named(kind, namespace, name)[0];
  }
}

function namespaceKey(kind: JudgedKind, namespace: string | undefined): string {
  return JSON.stringify([kind, namespace ?? '']);
}

function nameKey(kind: JudgedKind, namespace: string | undefined, name: string): string {
  return JSON.stringify([kind, namespace ?? '', name]);
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) {
    lists.set(key, [value]);
  } else {
    list.push(value);
  }
}
