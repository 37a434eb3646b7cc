import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type JsonObject } from '../manifests/json';
import { LastWalk } from '../manifests/last-walk';
import { type Manifest, manifestOf } from '../manifests/manifest';
import { ServiceView } from '../manifests/views/service-view';
import { SetView } from '../manifests/views/set-view';

/** What the object is called. Objects to be compared do not carry their namespace. */
interface Named {
  readonly name: string;
  readonly namespace?: string;
}

/** The sets and Services of a plan, old and new, as the API server stores them: a view of each, made once. */
export class StoredViews {
  private readonly sets = new Map<JsonObject, SetView>();
  private readonly services = new Map<JsonObject, ServiceView>();
  private readonly walk: LastWalk;

  public constructor(version: KubernetesVersion) {
    this.walk = new LastWalk(version);
  }

  /** The view of a stored set. */
  public setOf(stored: JsonObject, named: Named): SetView {
    return madeOnce(this.sets, stored, () => new SetView(manifestNamed(stored, named), this.walk));
  }

  /** The view of a stored Service. */
  public serviceOf(stored: JsonObject, named: Named): ServiceView {
    return madeOnce(this.services, stored, () => new ServiceView(manifestNamed(stored, named), this.walk));
  }
}

function manifestNamed(stored: JsonObject, { name, namespace }: Named): Manifest {
  return { ...manifestOf(stored), name, namespace };
}

function madeOnce<View>(views: Map<JsonObject, View>, stored: JsonObject, make: () => View): View {
  const view = views.get(stored) ?? make();
  views.set(stored, view);
  return view;
}
