import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type Decoded, decoded } from './decoded';
import { type Manifest } from './manifest';
import { TypedObjects } from './typed-objects';

/**
 * What a run finds as it walks through one object by the schema of a version. Rules ask for it object by object, so it
 * is kept for the object at hand alone: memory does not grow with the number of objects.
 */
export class LastWalk {
  private last?: Walk;

  public constructor(public readonly version: KubernetesVersion) {}

  /** What an API server finds in a manifest as it decodes it. */
  public decodedOf(manifest: Manifest): Decoded {
    return this.through(manifest).decoded;
  }

  /** The objects inside a manifest, by their types. */
  public typedObjectsOf(manifest: Manifest): TypedObjects {
    return this.through(manifest).typed;
  }

  private through(manifest: Manifest): Walk {
    if (this.last?.manifest === manifest) {
      return this.last;
    }
    const found = decoded(manifest, this.version);
    this.last = { manifest, decoded: found, typed: new TypedObjects(found) };
    return this.last;
  }
}

interface Walk {
  readonly manifest: Manifest;
  readonly decoded: Decoded;
  readonly typed: TypedObjects;
}
