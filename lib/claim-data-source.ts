/** What an object that fills a claim is, beside its name. */
export interface ClaimDataSourceOptions {
  /**
   * The API group of the object.
   *
   * @default - the core group
   */
  readonly apiGroup?: string;

  /**
   * The namespace of the object.
   *
   * @default - the namespace of the claim
   */
  readonly namespace?: string;
}

/**
 * What the volume of a claim is filled with when it is made.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-populators-and-data-sources
 */
export class ClaimDataSource {
  /** The content of a VolumeSnapshot in the namespace of the claim. */
  public static snapshot(name: string): ClaimDataSource {
    return new ClaimDataSource('VolumeSnapshot', name, { apiGroup: 'snapshot.storage.k8s.io' });
  }

  /** A copy of another claim in the namespace of the claim. */
  public static claim(name: string): ClaimDataSource {
    return new ClaimDataSource('PersistentVolumeClaim', name, {});
  }

  /** The content of any object that a volume populator of the cluster understands. */
  public static of(kind: string, name: string, options: ClaimDataSourceOptions = {}): ClaimDataSource {
    return new ClaimDataSource(kind, name, options);
  }

  /** The API group of the object; undefined for the core group. */
  public readonly apiGroup?: string;

  /** The namespace of the object; undefined for that of the claim. */
  public readonly namespace?: string;

  private constructor(
    /** The kind of the object. */
    public readonly kind: string,
    /** The name of the object. */
    public readonly name: string,
    options: ClaimDataSourceOptions,
  ) {
    this.apiGroup = options.apiGroup;
    this.namespace = options.namespace;
  }
}
