import { requireShape } from '../errors/refusal';
import { required, SOME_TEXT, struct, TEXT } from '../errors/shape';

/** Where an object that fills a claim is. */
export interface ClaimDataSourceOptions {
  /**
   * The namespace of the object.
   *
   * @default - the namespace of the claim
   */
  readonly namespace?: string;
}

const OTHER_SOURCE = struct({
  apiGroup: required(TEXT),
  kind: SOME_TEXT,
  name: SOME_TEXT,
  options: struct({ namespace: TEXT }),
});

/**
 * What the volume of a claim is filled with when it is made.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-populators-and-data-sources
 */
export class ClaimDataSource {
  /** The content of a VolumeSnapshot in the namespace of the claim. */
  public static snapshot(name: string): ClaimDataSource {
    requireShape('ClaimDataSource.snapshot', { name }, struct({ name: SOME_TEXT }));
    return ClaimDataSource.of('snapshot.storage.k8s.io', 'VolumeSnapshot', name);
  }

  /** A copy of another claim in the namespace of the claim. */
  public static claim(name: string): ClaimDataSource {
    requireShape('ClaimDataSource.claim', { name }, struct({ name: SOME_TEXT }));
    return new ClaimDataSource(undefined, 'PersistentVolumeClaim', name);
  }

  /** The content of any object that a volume populator of the cluster understands. */
  public static of(
    apiGroup: string,
    kind: string,
    name: string,
    options: ClaimDataSourceOptions = {},
  ): ClaimDataSource {
    requireShape('ClaimDataSource.of', { apiGroup, kind, name, options }, OTHER_SOURCE);
    return new ClaimDataSource(apiGroup, kind, name, options.namespace);
  }

  private constructor(
    /** The API group of the object; undefined for the core group. */
    public readonly apiGroup: string | undefined,
    /** The kind of the object. */
    public readonly kind: string,
    /** The name of the object. */
    public readonly name: string,
    /** The namespace of the object; undefined for that of the claim. */
    public readonly namespace?: string,
  ) {}
}
